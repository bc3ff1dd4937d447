package io.mockarty.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout these tests run in. */
public final class Repository {

    private Repository() {}

    /** Finds a file or directory, whether a build or an editor runs the test. */
    public static Path path(String relative) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mockarty-core/pom.xml"))) {
            root = root.getParent();
            if (root == null) {
                throw new IllegalStateException("working directory: "
                        + Path.of("").toAbsolutePath() + " (expected: a directory inside the project)");
            }
        }
        return root.resolve(relative);
    }
}
