package io.mockarty.perf.module.http;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** A jar as scripts see it. */
final class ScriptJar implements ProxyObject {

    private static final Set<String> FUNCTIONS = Set.of("cookiesForURL", "set", "clear", "delete");

    private final ModuleContext user;
    private final CookieJar jar;

    ScriptJar(ModuleContext user, CookieJar jar) {
        this.user = user;
        this.jar = jar;
    }

    CookieJar jar() {
        return jar;
    }

    @Override
    public @Nullable Object getMember(String key) {
        return switch (key) {
            case "cookiesForURL" -> (ProxyExecutable) arguments -> cookies(uri(arguments[0].asString()));
            case "set" -> (ProxyExecutable) this::set;
            case "clear" ->
                (ProxyExecutable) arguments -> {
                    jar.clear(uri(arguments[0].asString()));
                    return null;
                };
            case "delete" ->
                (ProxyExecutable) arguments -> {
                    jar.remove(uri(arguments[0].asString()), arguments[1].asString());
                    return null;
                };
            default -> null;
        };
    }

    private Value cookies(URI uri) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        jar.cookies(uri)
                .forEach(cookie -> values.computeIfAbsent(cookie.getName(), missing -> new ArrayList<>())
                        .add(cookie.getValue()));
        return user.values().toScript(values);
    }

    private Object set(Value... arguments) {
        HttpCookie cookie;
        try {
            cookie = new HttpCookie(arguments[1].asString(), arguments[2].asString());
        } catch (IllegalArgumentException e) {
            throw new ScriptException(
                    "cookie: \"" + arguments[1].asString() + "\" (expected: a name that cookies may have)", e);
        }
        cookie.setVersion(0);
        Object options = user.values().toJava(arguments[3]);
        if (options instanceof Map<?, ?> map) {
            if (map.get("domain") instanceof String domain) {
                cookie.setDomain(domain);
            }
            if (map.get("path") instanceof String path) {
                cookie.setPath(path);
            }
            if (map.get("max_age") instanceof Number seconds) {
                cookie.setMaxAge(seconds.longValue());
            }
            cookie.setSecure(Boolean.TRUE.equals(map.get("secure")));
            cookie.setHttpOnly(Boolean.TRUE.equals(map.get("http_only")));
        }
        jar.add(uri(arguments[0].asString()), cookie);
        return true;
    }

    private static URI uri(String text) {
        try {
            return new URI(Urls.escape(text));
        } catch (URISyntaxException e) {
            throw new ScriptException("url: \"" + text + "\" (expected: a URL such as https://host/path)", e);
        }
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromList(new ArrayList<>(FUNCTIONS));
    }

    @Override
    public boolean hasMember(String key) {
        return FUNCTIONS.contains(key);
    }

    @Override
    public void putMember(String key, Value value) {
        throw new UnsupportedOperationException("a jar has no members to set");
    }
}
