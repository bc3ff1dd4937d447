package io.mockarty.perf.module.http;

import io.mockarty.perf.client.Deadlines;
import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpClient;
import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What modules of protocols over HTTP share with {@code k6/http}, so that the options of the script count for all. */
public final class HttpSupport {

    private static final String USER_AGENT = "mockarty/0.1";
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";,\\s]+)");

    private HttpSupport() {}

    /**
     * {@return a client that connects as the options of the script say; closed when the user ends or is cut off}
     *
     * @param user the virtual user
     */
    public static HttpClient client(ModuleContext user) {
        Deadlines deadlines = user.shared("k6/http deadlines", Deadlines::new);
        HttpClient client =
                new HttpClient(user.shared("k6/http settings", () -> SettingsReader.read(user.options())), deadlines);
        user.closeAtEnd(client);
        user.whenCutOff(client::close);
        return client;
    }

    /**
     * {@return a URL of a script}
     *
     * @param function who gets it, such as {@code soap.call}, for messages
     * @param url the URL
     * @throws ScriptException when it is no absolute URL of HTTP
     */
    public static URI uri(String function, String url) {
        try {
            URI uri = URI.create(Urls.escape(url));
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new ScriptException(function + ": url: \"" + url + "\" (expected: http://host/path)", e);
        }
        throw new ScriptException(function + ": url: \"" + url + "\" (expected: http://host/path)");
    }

    /**
     * {@return headers to send}
     *
     * @param user the virtual user, whose options may name the client
     * @param headers names and values
     * @throws ScriptException when a value has a line break
     */
    public static HttpHeaders headers(ModuleContext user, Map<String, String> headers) {
        HttpHeaders all = new HttpHeaders();
        headers.forEach((name, value) -> all.add(name, Urls.headerValue(name, value)));
        if (all.first("User-Agent") == null) {
            all.add("User-Agent", user.options().get("userAgent") instanceof String agent ? agent : USER_AGENT);
        }
        return all;
    }

    /**
     * {@return the headers of an answer as responses show them: {@code Content-Type}, values with commas between them}
     *
     * @param answer the answer
     */
    public static Map<String, Object> headers(HttpAnswer answer) {
        Map<String, Object> headers = new LinkedHashMap<>();
        answer.headers()
                .forEach((name, value) ->
                        headers.merge(ScriptResponse.canonical(name), value, (before, more) -> before + ", " + more));
        return headers;
    }

    /**
     * {@return the body of an answer as text, decompressed}
     *
     * @param answer the answer
     * @throws IOException when it is no valid compression
     */
    public static String text(HttpAnswer answer) throws IOException {
        byte[] content = Compression.decode(answer.body(), answer.headers().first("Content-Encoding"));
        return new String(content, charset(answer.headers()));
    }

    private static Charset charset(HttpHeaders headers) {
        String type = headers.first("Content-Type");
        Matcher charset = CHARSET.matcher(type == null ? "" : type.toLowerCase(Locale.ROOT));
        try {
            return charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
