package io.mockarty.resolver.http;

import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import org.jspecify.annotations.Nullable;

/** Finds the namespace a path belongs to. Thread-safe. */
final class Router {

    private static final String STUBS = "/stubs/";

    /** Where a request goes: a namespace and the target inside it, or the reason why there is none. */
    record Destination(@Nullable Namespace namespace, String target, String problem) {

        static Destination of(Namespace namespace, String target) {
            return new Destination(namespace, target, "");
        }

        static Destination none(String problem) {
            return new Destination(null, "", problem);
        }
    }

    private final Namespaces namespaces;
    private final Place place;

    Router(Namespaces namespaces, Place place) {
        this.namespaces = namespaces;
        this.place = place;
    }

    Destination find(String target) {
        if (place instanceof Place.OneNamespace one) {
            return inNamespace(one.namespace(), target);
        }
        if (target.startsWith(STUBS)) {
            return underStubs(target);
        }
        String root = ((Place.AllNamespaces) place).rootNamespace();
        if (root == null) {
            return Destination.none("nothing is served at " + target + "; mocks are under /stubs/{namespace}/");
        }
        return inNamespace(root, target);
    }

    private Destination underStubs(String target) {
        int end = STUBS.length();
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        String rest = target.substring(end);
        String name = target.substring(STUBS.length(), end);
        return inNamespace(name.indexOf('%') < 0 ? name : decoded(name), rest.startsWith("/") ? rest : "/" + rest);
    }

    private static String decoded(String segment) {
        return MockRequest.of("GET", "/" + segment, Headers.empty()).segments().get(0);
    }

    private Destination inNamespace(String name, String target) {
        Namespace namespace = namespaces.find(name).orElse(null);
        return namespace == null
                ? Destination.none("namespace \"" + name + "\" does not exist; mocks are under /stubs/{namespace}/")
                : Destination.of(namespace, target);
    }

    /** Health answers for the server as a whole, unless the root namespace mocks that path. */
    boolean isHealth(String target) {
        return target.startsWith(Health.PATH)
                && place instanceof Place.AllNamespaces
                && (isPath(Health.PATH, target) || isPath(Health.LIVE_PATH, target));
    }

    private static boolean isPath(String path, String target) {
        return target.startsWith(path) && (target.length() == path.length() || target.charAt(path.length()) == '?');
    }
}
