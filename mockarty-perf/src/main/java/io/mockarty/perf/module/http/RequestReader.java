package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.http.HttpTask.Settings;
import io.mockarty.perf.text.Durations;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Reads what scripts hand over for a request. */
final class RequestReader {

    private static final int MAX_KNOWN_URLS = 2_000;
    private static final String TYPE = "Content-Type";

    private final ModuleContext user;
    private final HttpSession session;
    private final BodyEncoder bodies;
    private final Map<String, URI> urls = new LinkedHashMap<>();

    RequestReader(ModuleContext user, HttpSession session) {
        this.user = user;
        this.session = session;
        bodies = new BodyEncoder(user);
    }

    /** One of the requests of a batch: a URL, an array of the arguments of {@code request}, or an object. */
    HttpTask readItem(Value item) {
        if (item.isString()) {
            return read("GET", item, null, null);
        }
        if (item.hasArrayElements()) {
            Value method = element(item, 0);
            return read(
                    method != null && method.isString() ? method.asString() : "GET",
                    element(item, 1),
                    element(item, 2),
                    element(item, 3));
        }
        if (!item.hasMembers()) {
            throw new ScriptException("batch: " + item + " (expected: a URL, an array or an object)");
        }
        Value method = member(item, "method");
        if (member(item, "name") != null && method == null) {
            return read("GET", item, null, null);
        }
        return read(
                method == null ? "GET" : method.asString().toUpperCase(Locale.ROOT),
                member(item, "url"),
                member(item, "body"),
                member(item, "params"));
    }

    private static @Nullable Value element(Value array, long index) {
        Value element = index < array.getArraySize() ? array.getArrayElement(index) : null;
        return element == null || element.isNull() ? null : element;
    }

    static @Nullable Value member(Value object, String name) {
        Value member = object.getMember(name);
        return member == null || member.isNull() ? null : member;
    }

    HttpTask read(String method, @Nullable Value url, @Nullable Value body, @Nullable Value parameters) {
        if (url == null) {
            throw new ScriptException("url: " + url + " (expected: a string such as https://host/path)");
        }
        String name = null;
        String text;
        if (url.isString()) {
            text = url.asString();
        } else {
            Value inside = url.hasMembers() ? member(url, "url") : null;
            if (inside == null && url.hasMembers()) {
                inside = member(url, "href");
            }
            text = inside == null ? user.values().stringify(url) : inside.asString();
            Value named = inside == null ? null : member(url, "name");
            name = named == null ? null : named.asString();
        }
        HttpHeaders headers = new HttpHeaders();
        Settings settings = parameters == null ? session.defaults() : settings(parameters, headers, session.defaults());
        String tagged = settings.tags().get("name");
        URI uri = uri(text);
        String userInfo = uri.getRawUserInfo();
        String shown = userInfo == null ? text : text.replace(userInfo + "@", "****:****@");
        if (userInfo != null && settings.auth().isEmpty() && headers.first("Authorization") == null) {
            headers.add("Authorization", basic(uri.getUserInfo()));
        }
        byte[] content = body == null ? null : bodies.encode(body, headers);
        if (parameters != null) {
            content = compressed(content, parameters, headers);
        }
        if (content != null && content.length == 0 && headers.first(TYPE) == null) {
            content = method.equals("POST") || method.equals("PUT") || method.equals("PATCH") ? content : null;
        }
        session.addDefaults(headers);
        return new HttpTask(method, uri, shown, tagged == null ? name : tagged, headers, content, settings);
    }

    static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private byte @Nullable [] compressed(byte @Nullable [] content, Value parameters, HttpHeaders headers) {
        Value compression = member(parameters, "compression");
        if (compression == null || content == null || !compression.isString()) {
            return content;
        }
        return Compression.compress(content, compression.asString(), headers);
    }

    private URI uri(String text) {
        URI known = urls.get(text);
        if (known == null) {
            known = parse(text);
            if (urls.size() >= MAX_KNOWN_URLS) {
                urls.clear();
            }
            urls.put(text, known);
        }
        return known;
    }

    private static URI parse(String text) {
        URI uri;
        try {
            uri = new URI(Urls.escape(text));
        } catch (URISyntaxException e) {
            throw new ScriptException(
                    "url: \"" + text + "\" (expected: a URL such as https://host/path; " + e.getReason() + ")", e);
        }
        String scheme = uri.getScheme();
        boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!http || uri.getHost() == null) {
            throw new ScriptException(
                    "url: \"" + text + "\" (expected: an absolute URL that begins with http:// or https://)");
        }
        return uri;
    }

    private Settings settings(Value parameters, HttpHeaders headers, Settings defaults) {
        if (!parameters.hasMembers()) {
            throw new ScriptException("params: " + text(parameters) + " (expected: an object)");
        }
        Value given = member(parameters, "headers");
        if (given != null) {
            for (String name : given.getMemberKeys()) {
                headers.add(name, Urls.headerValue(name, text(given.getMember(name))));
            }
        }
        Tags tags = defaults.tags();
        Value moreTags = member(parameters, "tags");
        if (moreTags != null) {
            Map<String, String> values = new TreeMap<>();
            moreTags.getMemberKeys().forEach(name -> values.put(name, text(moreTags.getMember(name))));
            tags = Tags.of(values);
        }
        Value callback = parameters.getMember("responseCallback");
        boolean hasCallback = parameters.hasMember("responseCallback");
        return new Settings(
                timeout(parameters, defaults.timeout()),
                redirects(parameters, defaults.redirects()),
                auth(parameters),
                cookies(parameters),
                jar(parameters, defaults.jar()),
                responseType(parameters, defaults.responseType()),
                hasCallback ? ExpectedStatuses.of(user, callback) : defaults.expected(),
                tags);
    }

    static String text(Value value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.hasArrayElements() && value.getArraySize() == 1) {
            return text(value.getArrayElement(0));
        }
        return value.toString();
    }

    private static Duration timeout(Value parameters, Duration byDefault) {
        Value timeout = member(parameters, "timeout");
        if (timeout == null) {
            return byDefault;
        }
        Duration parsed = Durations.parse(
                timeout.isNumber() ? (Object) timeout.asDouble() : timeout.isString() ? timeout.asString() : null);
        if (parsed == null) {
            throw new ScriptException(
                    "timeout: " + text(timeout) + " (expected: milliseconds, or a duration such as \"10s\")");
        }
        return parsed;
    }

    private static int redirects(Value parameters, int byDefault) {
        Value redirects = member(parameters, "redirects");
        if (redirects == null) {
            return byDefault;
        }
        if (!redirects.fitsInInt() || redirects.asInt() < 0) {
            throw new ScriptException("redirects: " + text(redirects) + " (expected: a whole number, 0 or more)");
        }
        return redirects.asInt();
    }

    private static String auth(Value parameters) {
        Value auth = member(parameters, "auth");
        if (auth == null) {
            return "";
        }
        String kind = auth.asString();
        if (!List.of("basic", "digest").contains(kind)) {
            throw new ScriptException("auth: \"" + kind + "\" (expected: basic or digest"
                    + (kind.equals("ntlm") ? "; NTLM is not spoken here)" : ")"));
        }
        return kind;
    }

    private static Map<String, String> cookies(Value parameters) {
        Value cookies = member(parameters, "cookies");
        if (cookies == null) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : cookies.getMemberKeys()) {
            Value cookie = cookies.getMember(name);
            boolean detailed = cookie.hasMembers() && !cookie.isString();
            values.put(name, detailed ? text(cookie.getMember("value")) : text(cookie));
        }
        return values;
    }

    private static CookieJar jar(Value parameters, CookieJar byDefault) {
        Value jar = member(parameters, "jar");
        Value inside = jar == null ? null : member(jar, "__jar");
        if (jar != null && (inside == null || !inside.isProxyObject())) {
            throw new ScriptException("jar: " + jar + " (expected: new http.CookieJar() or http.cookieJar())");
        }
        return inside == null ? byDefault : inside.<ScriptJar>asProxyObject().jar();
    }

    private static String responseType(Value parameters, String byDefault) {
        Value type = member(parameters, "responseType");
        if (type == null) {
            return byDefault;
        }
        if (!List.of("text", "binary", "none").contains(type.asString())) {
            throw new ScriptException("responseType: " + text(type) + " (expected: text, binary or none)");
        }
        return type.asString();
    }
}
