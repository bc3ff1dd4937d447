package io.mockarty.perf.har;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A URL in the parts that a script shows. It keeps the spelling of the recording, as servers may care.
 *
 * @param scheme in small letters
 * @param user user and password before the host, may be empty
 * @param host the host with its port, in small letters
 * @param path begins with a slash
 * @param query what follows the question mark; null when there is none
 */
record HarUrl(
        String scheme,
        String user,
        String host,
        String path,
        @Nullable String query) {

    /** A name and a value of the query as they are spelled. A name may come without a value. */
    record Parameter(String name, @Nullable String value) {}

    /** The parts of an absolute URL, or null when it is none. */
    static @Nullable HarUrl parse(String text) {
        int colon = text.indexOf("://");
        if (colon <= 0) {
            return null;
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 3);
        int hash = rest.indexOf('#');
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int end = firstOf(rest, '/', '?');
        String authority = rest.substring(0, end);
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1).toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !host.matches("[^\\s`\"'<>\\\\{}$|^]+")) {
            return null;
        }
        rest = rest.substring(end);
        int mark = rest.indexOf('?');
        String path = mark < 0 ? rest : rest.substring(0, mark);
        return new HarUrl(
                scheme,
                at < 0 ? "" : authority.substring(0, at),
                host,
                path.isEmpty() ? "/" : path,
                mark < 0 ? null : rest.substring(mark + 1));
    }

    private static int firstOf(String text, char one, char other) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == one || text.charAt(i) == other) {
                return i;
            }
        }
        return text.length();
    }

    String origin() {
        return scheme + "://" + host;
    }

    String hostName() {
        int colon = host.lastIndexOf(':');
        return colon > 0 && host.indexOf(']') < colon ? host.substring(0, colon) : host;
    }

    /** The segments between the slashes, as they are spelled. */
    List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(pair, null)
                                : new Parameter(pair.substring(0, equals), pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Where a {@code Location} leads from here, or null when it is no URL. */
    @Nullable
    HarUrl resolve(String location) {
        if (location.contains("://")) {
            return parse(location);
        }
        if (location.startsWith("//")) {
            return parse(scheme + ":" + location);
        }
        if (location.startsWith("/")) {
            return parse(origin() + location);
        }
        return parse(origin() + path.substring(0, path.lastIndexOf('/') + 1) + location);
    }

    boolean isSamePlace(HarUrl other) {
        return origin().equals(other.origin())
                && path.equals(other.path)
                && String.valueOf(query).equals(String.valueOf(other.query));
    }

    /** The text that an encoded one stands for; itself when it is not well encoded. */
    static String decode(String text, boolean plusIsSpace) {
        String spaced = plusIsSpace ? text.replace('+', ' ') : text;
        if (spaced.indexOf('%') < 0) {
            return spaced;
        }
        byte[] bytes = spaced.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                out.put(bytes[i]);
            } else {
                out.put((byte) (high * 16 + low));
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(out.flip())
                    .toString();
        } catch (CharacterCodingException e) {
            return spaced;
        }
    }
}
