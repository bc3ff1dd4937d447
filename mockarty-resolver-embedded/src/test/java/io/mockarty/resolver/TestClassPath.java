package io.mockarty.resolver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes class paths of real directories and jars, with an anchor class of their own. */
final class TestClassPath implements AutoCloseable {

    /** Is loaded once more by each class loader that is made here. */
    static final class Anchor {
        private Anchor() {}
    }

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final String ANCHOR = Anchor.class.getName().replace('.', '/') + ".class";

    private final Path directory;
    private final List<URLClassLoader> loaders = new ArrayList<>();

    TestClassPath(Path directory) {
        this.directory = directory;
    }

    /** A class in the package io.mockarty.resolver that sees these roots and nothing of the tests. */
    Class<?> anchor(Path... roots) throws IOException, ClassNotFoundException {
        Path own = directory.resolve("anchor" + loaders.size());
        write(own.resolve(ANCHOR), anchorBytes());
        List<URL> urls = new ArrayList<>();
        for (Path root : roots) {
            urls.add(root.toUri().toURL());
        }
        urls.add(own.toUri().toURL());
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        loaders.add(loader);
        return loader.loadClass(Anchor.class.getName());
    }

    /** A class of a class loader that tells its roots to nobody. */
    Class<?> anchorOfSecretiveLoader(Path root) throws IOException, ClassNotFoundException {
        URLClassLoader hidden =
                new URLClassLoader(new URL[] {root.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        loaders.add(hidden);
        byte[] bytes = anchorBytes();
        return new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) {
                return defineClass(name, bytes, 0, bytes.length);
            }

            @Override
            protected Enumeration<URL> findResources(String name) throws IOException {
                return hidden.getResources(name);
            }
        }.loadClass(Anchor.class.getName());
    }

    private static byte[] anchorBytes() throws IOException {
        try (InputStream in = TestClassPath.class.getResourceAsStream("/" + ANCHOR)) {
            return in.readAllBytes();
        }
    }

    /** A jar with these files and the directories they are in. Arguments are names and contents in turn. */
    Path jar(String name, String... entries) throws IOException {
        Set<String> directories = new TreeSet<>();
        for (int i = 0; i < entries.length; i += 2) {
            for (int slash = entries[i].indexOf('/'); slash >= 0; slash = entries[i].indexOf('/', slash + 1)) {
                directories.add(entries[i].substring(0, slash + 1));
            }
        }
        List<String> all = new ArrayList<>();
        directories.forEach(directory -> all.addAll(List.of(directory, "")));
        all.addAll(List.of(entries));
        return jarOfExactly(name, all.toArray(String[]::new));
    }

    /** A jar of exactly these entries. Arguments are names and contents in turn. */
    Path jarOfExactly(String name, String... entries) throws IOException {
        Path jar = directory.resolve(name);
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry(entries[i]));
                out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    Path jarWithClassPath(String name, String classPath) throws IOException {
        return jar(name, MANIFEST, "Manifest-Version: 1.0\nClass-Path: " + classPath + "\n");
    }

    /** A directory. Arguments are names and contents in turn. */
    Path directory(String name, String... files) throws IOException {
        Path root = Files.createDirectories(directory.resolve(name));
        for (int i = 0; i < files.length; i += 2) {
            write(root.resolve(files[i]), files[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return root;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
