package io.mockarty.resolver.http;

import org.jspecify.annotations.Nullable;

/** What a listener serves. */
public sealed interface Place {

    /**
     * All namespaces under {@code /stubs/{namespace}/}, health under {@code /health}, and, when there is one, the root
     * namespace everywhere else.
     *
     * @param rootNamespace the namespace served at {@code /}, or null for none
     */
    record AllNamespaces(@Nullable String rootNamespace) implements Place {}

    /**
     * One namespace, at {@code /}, and nothing else.
     *
     * @param namespace its name
     */
    record OneNamespace(String namespace) implements Place {}
}
