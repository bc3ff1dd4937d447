package io.mockarty.repository.memory;

import io.mockarty.repository.NamespaceRepository;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The worlds of all namespaces, by name. Thread-safe. */
final class Worlds implements NamespaceRepository {

    private final ConcurrentMap<String, World> worlds = new ConcurrentHashMap<>();
    private final Feed feed = new Feed(this::revision);
    private final int logLimit;

    Worlds(int logLimit) {
        this.logLimit = logLimit;
    }

    /** Reads from a namespace; returns the given value when there is no such namespace. */
    <T extends @Nullable Object> T read(String namespace, T absent, Function<Contents, T> reader) {
        World world = worlds.get(namespace);
        return world == null ? absent : world.read(absent, reader);
    }

    /** Writes to a namespace, which is made when the work changes anything in it. */
    <T extends @Nullable Object> T write(String namespace, World.Work<T> work) {
        return world(namespace).write(work);
    }

    /**
     * Writes to a namespace unless it was deleted, and then returns the given value; for what comes late and alone is
     * no reason to make it anew. One that never was is made.
     */
    <T extends @Nullable Object> T writeUnlessDeleted(String namespace, T deleted, World.Work<T> work) {
        return world(namespace).writeUnlessDeleted(deleted, work);
    }

    Feed feed() {
        return feed;
    }

    private World world(String namespace) {
        return worlds.computeIfAbsent(namespace, name -> new World(name, logLimit, feed));
    }

    private long revision(String namespace) {
        World world = worlds.get(namespace);
        return world == null ? 0 : world.revision();
    }

    @Override
    public boolean create(String name) {
        return world(name).create();
    }

    @Override
    public List<String> names() {
        return worlds.entrySet().stream()
                .filter(world -> world.getValue().exists())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public boolean delete(String name) {
        World world = worlds.get(name);
        return world != null && world.delete();
    }

    void forget() {
        feed.close();
        worlds.clear();
    }
}
