package io.mockarty.coordinator.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which files below a directory have changed. Waits for a short silence first, because an editor writes a file in
 * several steps. New subdirectories are watched as they appear.
 */
final class DirectoryWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatcher.class);
    private static final int SILENCE_MILLIS = 30;

    private final Path root;
    private final int depth;
    private final WatchService events;
    private final Map<WatchKey, Path> watched = new HashMap<>();

    private DirectoryWatcher(Path root, int depth) throws IOException {
        this.root = root;
        this.depth = depth;
        this.events = root.getFileSystem().newWatchService();
        register(root, new TreeSet<>());
    }

    /** Notes from now on what changes below a directory; {@link #start} begins to tell. */
    static DirectoryWatcher ofTree(Path directory) throws IOException {
        return new DirectoryWatcher(directory, Integer.MAX_VALUE);
    }

    /** Notes from now on what changes in the directory of a file, subdirectories left out. */
    static DirectoryWatcher besides(Path file) throws IOException {
        Path parent = file.getParent();
        return new DirectoryWatcher(parent == null ? Path.of("") : parent, 0);
    }

    /** Begins to tell what has changed since this watcher was made. */
    void start(Consumer<Set<Path>> onChange) {
        Thread thread = new Thread(() -> run(onChange), "mockarty-watch-" + root.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Consumer<Set<Path>> onChange) {
        try {
            while (true) {
                Set<Path> changed = new TreeSet<>();
                WatchKey key = events.take();
                while (key != null) {
                    collect(key, changed);
                    key = events.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
                }
                tell(onChange, changed);
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("no longer watching {}", root, e);
        }
    }

    private void tell(Consumer<Set<Path>> onChange, Set<Path> changed) {
        try {
            onChange.accept(changed);
        } catch (RuntimeException e) {
            LOG.error("changes below {} were not taken over", root, e);
        }
    }

    private void collect(WatchKey key, Set<Path> changed) {
        Path directory = watched.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                changed.addAll(filesBelow(root));
            } else if (directory != null && event.context() instanceof Path name) {
                collect(directory.resolve(name), changed);
            }
        }
        if (!key.reset()) {
            watched.remove(key);
        }
    }

    private void collect(Path path, Set<Path> changed) {
        if (!Files.isDirectory(path)) {
            changed.add(path);
        } else if (depth > 0) {
            register(path, changed);
            if (Files.isSymbolicLink(path)) {
                // Other files may be links that lead through this one; a mounted ConfigMap is built that way.
                changed.addAll(filesBelow(root));
            }
        }
    }

    /** Watches a directory and everything below it; files that were there before the watch count as changed. */
    private void register(Path directory, Set<Path> changed) {
        try (Stream<Path> tree = Files.walk(directory, depth, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                if (Files.isDirectory(path)) {
                    watched.put(path.register(events, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), path);
                } else {
                    changed.add(path);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot watch {}: {}", directory, String.valueOf(e.getMessage()));
        }
    }

    private List<Path> filesBelow(Path directory) {
        try (Stream<Path> tree = Files.walk(directory, Math.max(1, depth), FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot read {}: {}", directory, String.valueOf(e.getMessage()));
            return List.of();
        }
    }
}
