package io.mockarty.perf.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that the scripts of one run may read: those of one directory. Each is read once; what the first user did
 * not ask for, later ones may not read either, so that all users see the same. Thread-safe.
 */
final class ScriptFiles {

    private final ScriptSource main;
    private final Map<Path, byte[]> known = new ConcurrentHashMap<>();
    private volatile boolean locked;

    ScriptFiles(ScriptSource main) {
        this.main = main;
        known.put(main.file(), main.text().getBytes(StandardCharsets.UTF_8));
    }

    /** From now on only what was read before may be read. */
    void lock() {
        locked = true;
    }

    Path root() {
        return main.root();
    }

    /**
     * The bytes of a file.
     *
     * @throws IOException when there is no such file or it may not be read; the message says which and why
     */
    byte[] read(Path file) throws IOException {
        Path absolute = main.root().resolve(file).normalize();
        byte[] before = known.get(absolute);
        if (before != null) {
            return before;
        }
        if (!absolute.startsWith(main.root())) {
            throw new IOException(
                    file + " is outside the directory of the script (expected: a file below " + main.root() + ")");
        }
        if (locked) {
            throw new IOException(file + " was not read when the script was loaded first (expected: each user reads and"
                    + " imports the same files)");
        }
        byte[] content = load(file, absolute);
        known.put(absolute, content);
        return content;
    }

    private byte[] load(Path file, Path absolute) throws IOException {
        try {
            if (!absolute.toRealPath().startsWith(main.root().toRealPath())) {
                throw new IOException(file + " leads outside the directory of the script (expected: a file below "
                        + main.root() + ")");
            }
            return Files.readAllBytes(absolute);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IOException(file + ": there is no such file (looked for " + absolute + ")", e);
        }
    }
}
