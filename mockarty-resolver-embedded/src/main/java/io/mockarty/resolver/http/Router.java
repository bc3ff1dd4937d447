package io.mockarty.resolver.http;

import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import org.jspecify.annotations.Nullable;

/** Finds the namespace a request belongs to. Thread-safe. */
final class Router {

    private static final String STUBS = "/stubs/";
    private static final HttpString NAMESPACE = new HttpString(Place.NAMESPACE_HEADER);

    /**
     * Where a request goes: a namespace and the target inside it, or the reason why there is none. A health check is
     * answered for the server as a whole, unless the namespace mocks that path.
     */
    record Destination(@Nullable Namespace namespace, String target, String problem, boolean isHealth) {}

    private final Namespaces namespaces;
    private final Place place;

    Router(Namespaces namespaces, Place place) {
        this.namespaces = namespaces;
        this.place = place;
    }

    Destination find(String target, HeaderMap headers) {
        if (place instanceof Place.OneNamespace one) {
            return inNamespace(one.namespace(), target, false);
        }
        if (target.startsWith(STUBS)) {
            return underStubs(target);
        }
        String named = headers.getFirst(NAMESPACE);
        if (named != null) {
            return inNamespace(named.trim(), target, false);
        }
        boolean isHealth = Health.isAskedBy(target);
        String root = ((Place.AllNamespaces) place).rootNamespace();
        if (root == null) {
            String problem = "nothing is served at " + target + "; mocks are under /stubs/{namespace}/, or in the"
                    + " namespace that the header " + Place.NAMESPACE_HEADER + " names";
            return new Destination(null, target, problem, isHealth);
        }
        return inNamespace(root, target, isHealth);
    }

    private Destination underStubs(String target) {
        int end = STUBS.length();
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        String rest = target.substring(end);
        String name = target.substring(STUBS.length(), end);
        return inNamespace(
                name.indexOf('%') < 0 ? name : decoded(name), rest.startsWith("/") ? rest : "/" + rest, false);
    }

    private static String decoded(String segment) {
        return MockRequest.of("GET", "/" + segment, Headers.empty()).segments().get(0);
    }

    private Destination inNamespace(String name, String target, boolean isHealth) {
        Namespace namespace = namespaces.find(name).orElse(null);
        String problem = namespace == null
                ? "namespace \"" + name + "\" does not exist; mocks are under /stubs/{namespace}/"
                : "";
        return new Destination(namespace == null ? null : namespace.receiver(), target, problem, isHealth);
    }
}
