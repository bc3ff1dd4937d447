package io.mockarty.perf.module.ws;

import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.http.HttpSupport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where a script wants to connect to, and how.
 *
 * @param uri the same with the scheme of HTTP
 * @param url as the script wrote it
 * @param headers what to send beside those of the protocol
 * @param protocols subprotocols to ask for
 * @param compress whether to ask for compression
 * @param timeout how long connecting may take
 * @param tags tags of the samples
 */
record Target(
        URI uri,
        String url,
        HttpHeaders headers,
        List<String> protocols,
        boolean compress,
        Duration timeout,
        Tags tags) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern SCHEME = Pattern.compile("(?i)^(ws|wss)://.+");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /**
     * Reads what a script handed over.
     *
     * @param function who gets it, for messages
     * @param strict whether options that nobody knows are refused
     */
    static Target read(ModuleContext user, String function, String url, @Nullable Value params, boolean strict) {
        if (user.initializing()) {
            throw new ScriptException(
                    function + " can be called in iterations, setup and teardown (expected: no connection while the"
                            + " script is loaded)");
        }
        if (!SCHEME.matcher(url).matches()) {
            throw new ScriptException(
                    function + ": url: \"" + url + "\" (expected: ws://host/path or wss://host/path)");
        }
        ScriptOptions options =
                ScriptOptions.of(function + ": params", user.values().toJava(params));
        Map<String, String> headers = options.textMap("headers");
        List<String> protocols = new ArrayList<>(options.texts("subprotocols"));
        protocols.addAll(options.texts("protocols"));
        String compression = options.text("compression");
        Duration timeout = options.duration("timeout", TIMEOUT);
        Map<String, String> tags = options.textMap("tags");
        options.any("jar");
        for (String protocol : protocols) {
            if (!TOKEN.matcher(protocol).matches()) {
                options.problem("subprotocols", protocol, "letters, digits and punctuation");
            }
        }
        if (compression != null && !compression.isEmpty() && !compression.equals("deflate")) {
            options.problem("compression", compression, "deflate");
        }
        if (strict) {
            options.done();
        } else {
            options.doneWithKnown();
        }
        return new Target(
                HttpSupport.uri(function, "http" + url.substring(2)),
                url,
                HttpSupport.headers(user, headers),
                protocols,
                "deflate".equals(compression),
                timeout,
                Tags.of(tags));
    }

    /** The URL without the name and password that it may contain. */
    String shownUrl() {
        String userInfo = uri.getRawUserInfo();
        return userInfo == null ? url : url.replace(userInfo + "@", "****:****@");
    }

    /** The name of a header is no matter of case. */
    static boolean has(String list, String word) {
        for (String part : list.split(",")) {
            if (part.strip().toLowerCase(Locale.ROOT).equals(word)) {
                return true;
            }
        }
        return false;
    }
}
