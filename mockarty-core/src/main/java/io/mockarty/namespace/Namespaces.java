package io.mockarty.namespace;

import io.mockarty.journal.Evidence;
import io.mockarty.repository.Repository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of one server. With a repository they are those of the repository, loaded when this is made and kept
 * up to date as others write. Thread-safe.
 */
public final class Namespaces implements AutoCloseable {

    private final Map<String, Namespace> open = new ConcurrentHashMap<>();
    private final WorldSettings settings;
    private final @Nullable RepositoryFollower follower;
    private final @Nullable RequestLogWriter logWriter;

    /**
     * Creates a set with the namespaces of the repository, or none.
     *
     * @param settings what the namespaces share
     * @throws io.mockarty.repository.RepositoryException when the repository cannot be read
     */
    public Namespaces(WorldSettings settings) {
        this.settings = settings;
        Repository repository = settings.repository();
        this.follower = repository == null ? null : new RepositoryFollower(repository, this);
        this.logWriter = repository == null ? null : new RequestLogWriter(repository, settings.nodeName());
        if (follower != null) {
            follower.start();
        }
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
        Namespace known = open.get(name);
        if (known != null) {
            return known;
        }
        if (follower != null) {
            follower.create(name);
        }
        return openExisting(name);
    }

    /** Opens a namespace that the repository has. */
    Namespace openExisting(String name) {
        Namespace fresh = new Namespace(name, settings, NamespaceOptions.defaults());
        Namespace known = open.putIfAbsent(name, fresh);
        if (known == null && follower != null) {
            orClosed(fresh, () -> follower.load(fresh));
        }
        return known == null ? fresh : known;
    }

    /** A namespace that cannot be read is not kept, because it would look like an empty one. */
    private void orClosed(Namespace fresh, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            close(fresh);
            throw e;
        }
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
        if (follower != null && created.isShared()) {
            orClosed(created, () -> {
                follower.create(name);
                follower.load(created);
            });
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
     * Closes a namespace; nothing of it is left here. A namespace opened under its name afterwards is empty, unless the
     * repository still has it.
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

    /**
     * Exchanges with the repository what is not exchanged at once: writes what was asked since the last call, and reads
     * what could not be read when it changed. To be called many times a second; does nothing without a repository.
     */
    public void synchronize() {
        if (follower != null && logWriter != null) {
            follower.repair();
            logWriter.write(all());
        }
    }

    /**
     * Returns what a namespace was asked on all nodes.
     *
     * @param namespace the namespace
     * @return the requests in the repository, those of this node included; the journal of a namespace that is not in
     *     one
     */
    public Evidence evidence(Namespace namespace) {
        Repository repository = settings.repository();
        return repository == null || !namespace.isShared()
                ? namespace.journal()
                : new RepositoryEvidence(repository, namespace.name(), this::synchronize);
    }

    /** {@return how many requests were forgotten before they could be written to the repository} */
    public long droppedRequests() {
        return logWriter == null ? 0 : logWriter.dropped();
    }

    /** Closes all namespaces, and follows the repository no more. */
    @Override
    public void close() {
        try {
            synchronize();
        } finally {
            if (follower != null) {
                follower.close();
            }
            all().forEach(this::close);
        }
    }
}
