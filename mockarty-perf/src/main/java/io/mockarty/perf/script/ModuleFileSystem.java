package io.mockarty.perf.script;

import io.mockarty.json.Json;
import io.mockarty.perf.module.ScriptModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Where JavaScript of one context finds ES modules: those of the catalogue under paths that exist nowhere else, and the
 * files of the script. An unknown module is noted and loads as an empty one, so that all of them can be told at once.
 */
final class ModuleFileSystem implements FileSystem {

    private static final Path BUILT_IN = Path.of("/", "mockarty-modules");
    private static final Path UNKNOWN = Path.of("/", "unknown-modules");
    private static final String EXTENSION = ".mjs";

    private final ModuleCatalog catalog;
    private final UserModules files;
    private final Set<String> unknown = new TreeSet<>();
    private @Nullable ModuleExports exports;

    ModuleFileSystem(ModuleCatalog catalog, UserModules files) {
        this.catalog = catalog;
        this.files = files;
    }

    void exportsFrom(ModuleExports source) {
        exports = source;
    }

    /** The specifiers that led nowhere. */
    Set<String> unknown() {
        return unknown;
    }

    @Override
    public Path parsePath(URI uri) {
        if ("file".equals(uri.getScheme())) {
            return Path.of(uri);
        }
        return parsePath(uri.toString());
    }

    @Override
    public Path parsePath(String path) {
        if (catalog.find(path) != null) {
            return BUILT_IN.resolve(path + EXTENSION);
        }
        if (path.isEmpty() || path.startsWith("/") || path.startsWith("./") || path.startsWith("../")) {
            return Path.of(path);
        }
        unknown.add(path);
        return UNKNOWN.resolve(Integer.toHexString(path.hashCode()) + EXTENSION);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        if (modes.contains(AccessMode.WRITE)) {
            throw new SecurityException("scripts do not write files");
        }
        content(path);
    }

    private byte[] content(Path path) throws IOException {
        Path absolute = toAbsolutePath(path).normalize();
        if (absolute.startsWith(UNKNOWN)) {
            return new byte[0];
        }
        if (absolute.startsWith(BUILT_IN)) {
            String name = BUILT_IN.relativize(absolute).toString();
            return builtIn(name.substring(0, name.length() - EXTENSION.length()));
        }
        return files.module(absolute);
    }

    private byte[] builtIn(String name) throws IOException {
        ScriptModule module = catalog.find(name);
        if (module == null || exports == null) {
            throw new NoSuchFileException(name);
        }
        String source = module.source(name);
        return (source == null ? reexport(name, exports.namesOf(name)) : source).getBytes(StandardCharsets.UTF_8);
    }

    private static String reexport(String name, Iterable<String> names) {
        StringBuilder text =
                new StringBuilder("const m = __host(").append(Json.write(name)).append(");\nexport default m;\n");
        for (String export : names) {
            text.append("const _")
                    .append(export)
                    .append(" = m.")
                    .append(export)
                    .append("; export { _")
                    .append(export)
                    .append(" as ")
                    .append(export)
                    .append(" };\n");
        }
        return text.toString();
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new BytesChannel(content(path));
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path.isAbsolute() ? path : files.root().resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        return toAbsolutePath(path).normalize();
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        byte[] content = content(path);
        return Map.of("isRegularFile", true, "isDirectory", false, "size", (long) content.length);
    }

    @Override
    public @Nullable String getMimeType(Path path) {
        return files.isTranslated(path) ? "application/javascript+module" : null;
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) {
        throw new SecurityException("scripts do not write files");
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("scripts do not write files");
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter) {
        throw new SecurityException("scripts do not list directories");
    }

    /** What a module exports, which is known once it is open. */
    interface ModuleExports {

        /** The names of its exports. */
        Iterable<String> namesOf(String module);
    }

    /** The channel of a file in memory. */
    private static final class BytesChannel implements SeekableByteChannel {

        private final byte[] content;
        private final ReadableByteChannel channel;
        private long position;

        BytesChannel(byte[] content) {
            this.content = content;
            this.channel = Channels.newChannel(new ByteArrayInputStream(content));
        }

        @Override
        public int read(java.nio.ByteBuffer target) throws IOException {
            int count = channel.read(target);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public int write(java.nio.ByteBuffer source) {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long next) {
            throw new UnsupportedOperationException("modules are read from the beginning");
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
