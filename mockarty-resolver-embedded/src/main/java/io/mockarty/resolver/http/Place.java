package io.mockarty.resolver.http;

import org.jspecify.annotations.Nullable;

/** What a listener serves. */
public sealed interface Place {

    /** The request header that names a namespace, for clients that can take neither a path nor a port. */
    String NAMESPACE_HEADER = "X-Mockarty-Namespace";

    /**
     * All namespaces under {@code /stubs/{namespace}/}; elsewhere the namespace that the header
     * {@value #NAMESPACE_HEADER} names, health under {@code /health}, and the root namespace, when there is one.
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
