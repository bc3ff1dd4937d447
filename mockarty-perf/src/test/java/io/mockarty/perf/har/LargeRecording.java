package io.mockarty.perf.har;

import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM that converts one recording. */
final class LargeRecording {

    private LargeRecording() {}

    public static void main(String[] arguments) throws Exception {
        Files.writeString(Path.of(arguments[1]), HarScript.write(Path.of(arguments[0]), HarOptions.DEFAULTS));
    }
}
