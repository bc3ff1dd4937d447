package io.mockarty.namespace;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The namespaces of one server. Thread-safe. */
public final class Namespaces {

    private final Map<String, Namespace> open = new ConcurrentHashMap<>();
    private final WorldSettings settings;

    /**
     * Creates a set without namespaces.
     *
     * @param settings what the namespaces share
     */
    public Namespaces(WorldSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns a namespace; made when it does not exist yet.
     *
     * @param name its name, without {@code / ? #} and white space
     * @return the namespace
     * @throws IllegalArgumentException when the name is not possible
     */
    public Namespace open(String name) {
        requirePossible(name);
        return open.computeIfAbsent(name, key -> new Namespace(key, settings, NamespaceOptions.defaults()));
    }

    /**
     * Makes a namespace.
     *
     * @param name its name, without {@code / ? #} and white space
     * @param options how it differs from the others
     * @return the namespace
     * @throws IllegalArgumentException when the name is not possible or taken
     */
    public Namespace create(String name, NamespaceOptions options) {
        requirePossible(name);
        Namespace created = new Namespace(name, settings, options);
        if (open.putIfAbsent(name, created) != null) {
            throw new IllegalArgumentException("namespace: \"" + name + "\" (expected: a name that is not taken)");
        }
        return created;
    }

    private static void requirePossible(String name) {
        if (name.isBlank() || name.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '?' || c == '#')) {
            throw new IllegalArgumentException(
                    "namespace: \"" + name + "\" (expected: a name without / ? # and space)");
        }
    }

    /** {@return the clock that the clocks of the namespaces follow} */
    public Clock clock() {
        return settings.clock();
    }

    /**
     * Returns a namespace that exists.
     *
     * @param name its name
     * @return the namespace
     */
    public Optional<Namespace> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /**
     * Closes a namespace; nothing of it is left. A namespace opened under its name afterwards is empty.
     *
     * @param name its name
     * @return true when it was there
     */
    public boolean close(String name) {
        Namespace closed = open.remove(name);
        if (closed != null) {
            closed.close();
        }
        return closed != null;
    }

    /**
     * Closes a namespace, unless it is closed and another one was opened under its name.
     *
     * @param namespace the namespace
     */
    public void close(Namespace namespace) {
        if (open.remove(namespace.name(), namespace)) {
            namespace.close();
        }
    }

    /** {@return all namespaces, in no order, as they are opened and closed meanwhile} */
    public Stream<Namespace> stream() {
        return open.values().stream();
    }

    /** {@return all namespaces, sorted by name} */
    public List<Namespace> all() {
        return open.values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}
