package io.mockarty.resolver;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/**
 * A mock file, which may lie in a jar.
 *
 * @param path where it is read from
 * @param name how messages call it, such as {@code /lib/shop.jar!/shop/a.json}
 */
record MockFile(Path path, String name) {

    static MockFile of(Path path) {
        return new MockFile(path, path.toString());
    }

    static MockFile inJar(Path jar, Path path) {
        return new MockFile(path, jar + "!" + path);
    }

    /** {@return what is the same for one file found on two ways} */
    String identity() throws IOException {
        return path.getFileSystem().equals(FileSystems.getDefault())
                ? path.toRealPath().toString()
                : name;
    }
}
