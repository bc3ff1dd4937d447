package io.mockarty.coordinator.cli;

import io.mockarty.match.RequestPattern;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.resolver.MockartyServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server says when it is ready: where it is, and a request to try first. */
record Greeting(
        MockartyServer server,
        String host,
        boolean https,
        String namespace,
        @Nullable String rootNamespace) {

    void print(PrintWriter out, int loaded, List<Path> directories) {
        String origin = "http://" + host + ":" + server.port() + "/";
        out.println("Mockarty " + Version.number() + " is ready.");
        out.println("  mocks   " + origin + "stubs/" + namespace + "/");
        if (rootNamespace != null) {
            out.println("          " + origin + " (namespace " + rootNamespace + ")");
        }
        if (https) {
            out.println("          https://" + host + ":" + server.httpsUrl().getPort() + "/stubs/" + namespace + "/");
        }
        out.println("  health  " + origin + "health");
        server.repository().ifPresent(repository -> out.println("  data    " + repository.name()));
        if (!directories.isEmpty()) {
            String names =
                    String.join(", ", directories.stream().map(Path::toString).toList());
            out.println("  " + loaded + (loaded == 1 ? " mock" : " mocks") + " from " + names
                    + ", reloaded when a file changes");
        }
        example().ifPresent(route -> out.println("Try: curl " + origin + "stubs/" + route));
        out.flush();
    }

    /** A mock that a plain curl can call: GET, no parameters, no conditions. */
    private Optional<String> example() {
        for (Namespace world : server.namespaces().all()) {
            for (LiveMock mock : world.mocks()) {
                RequestPattern pattern = mock.pattern();
                if (pattern != null && isPlain(pattern)) {
                    return Optional.of(world.name() + pattern.route());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPlain(RequestPattern pattern) {
        return pattern.acceptsMethod("GET")
                && pattern.conditionCount() == 0
                && pattern.route().toString().matches("[A-Za-z0-9/._-]+");
    }
}
