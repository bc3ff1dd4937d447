package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code globals.mjs} needs of Java. Public only so that scripts can call it. */
public final class Globals {

    private final ModuleContext user;
    private final long start = System.nanoTime();

    Globals(ModuleContext user) {
        this.user = user;
    }

    /** {@return milliseconds since the script was loaded} */
    @Export
    public double now() {
        return (System.nanoTime() - start) / 1e6;
    }

    /** {@return a random UUID} */
    @Export
    public String uuid() {
        return UUID.randomUUID().toString();
    }

    /**
     * {@return random bytes}
     *
     * @param count how many
     */
    @Export
    public Value random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return user.values().arrayBuffer(bytes);
    }

    /**
     * {@return a text in UTF-8}
     *
     * @param text the text
     */
    @Export
    public Value encode(String text) {
        return user.values().arrayBuffer(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the text that bytes stand for}
     *
     * @param value the bytes
     * @param label the name of the encoding
     * @param fatal whether malformed bytes are an error and not replaced
     */
    @Export
    public String decode(Value value, String label, boolean fatal) {
        byte[] bytes = user.values().bytes(value);
        try {
            CodingErrorAction action = fatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
            return Charset.forName(label)
                    .newDecoder()
                    .onMalformedInput(action)
                    .onUnmappableCharacter(action)
                    .decode(ByteBuffer.wrap(bytes == null ? new byte[0] : bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw user.values().error("TypeError", "The encoded data was not valid " + label);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw user.values()
                    .error("RangeError", "TextDecoder: \"" + label + "\" (expected: utf-8 or another encoding)");
        }
    }

    /**
     * {@return a text of characters up to 255 in Base64}
     *
     * @param text the text
     */
    @Export
    public String btoa(String text) {
        if (text.chars().anyMatch(character -> character > 255)) {
            throw user.values().error("Error", "btoa: a character beyond 255 (expected: bytes as characters)");
        }
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * {@return what a Base64 text stands for, each byte as a character}
     *
     * @param text the text
     */
    @Export
    public String atob(String text) {
        try {
            return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw user.values().error("Error", "atob: no Base64 (" + e.getMessage() + ")");
        }
    }

    /**
     * {@return the parts of a URL, or null when it is none}
     *
     * @param text the URL
     * @param base what it is relative to, or null
     */
    @Export
    public @Nullable Value url(String text, @Nullable String base) {
        URI uri;
        try {
            URI relative = new URI(text.strip().replace(" ", "%20"));
            uri = base == null ? relative : new URI(base).resolve(relative);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
        if (!uri.isAbsolute() || uri.getHost() == null) {
            return null;
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        String scheme = uri.getScheme().toLowerCase(java.util.Locale.ROOT);
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        boolean usual = uri.getPort() < 0
                || scheme.equals("http") && uri.getPort() == 80
                || scheme.equals("https") && uri.getPort() == 443;
        parts.put("protocol", scheme + ":");
        parts.put("username", colon < 0 ? userInfo : userInfo.substring(0, colon));
        parts.put("password", colon < 0 ? "" : userInfo.substring(colon + 1));
        parts.put("hostname", uri.getHost().toLowerCase(java.util.Locale.ROOT));
        parts.put("port", usual ? "" : Integer.toString(uri.getPort()));
        parts.put(
                "pathname",
                uri.getRawPath() == null || uri.getRawPath().isEmpty()
                        ? "/"
                        : uri.normalize().getRawPath());
        parts.put("search", uri.getRawQuery() == null || uri.getRawQuery().isEmpty() ? "" : "?" + uri.getRawQuery());
        parts.put(
                "hash",
                uri.getRawFragment() == null || uri.getRawFragment().isEmpty() ? "" : "#" + uri.getRawFragment());
        return user.values().toScript(parts);
    }
}
