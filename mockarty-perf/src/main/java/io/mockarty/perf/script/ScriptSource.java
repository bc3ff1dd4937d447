package io.mockarty.perf.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A script and the directory it may read.
 *
 * @param file where it is, absolute; need not exist when the text was given
 * @param text what it says
 * @param root the directory below which the script may read and import
 */
public record ScriptSource(Path file, String text, Path root) {

    /**
     * {@return the script of a file, which may read what is in its directory and below}
     *
     * @param file the file
     * @throws ScriptLoadException when it cannot be read
     */
    public static ScriptSource of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        return of(file, directory == null ? absolute : directory);
    }

    /**
     * {@return the script of a file, which may read what is in another directory and below}
     *
     * @param file the file
     * @param root the directory, around that of the file
     * @throws ScriptLoadException when the file cannot be read, or is outside the directory
     */
    public static ScriptSource of(Path file, Path root) {
        Path absolute = file.toAbsolutePath().normalize();
        Path directory = root.toAbsolutePath().normalize();
        if (!absolute.startsWith(directory)) {
            throw new ScriptLoadException("script: " + file + " (expected: a file below " + root + ")");
        }
        if (absolute.toString().endsWith(".ts") || absolute.toString().endsWith(".tsx")) {
            throw new ScriptLoadException(
                    "script: " + file + " (expected: JavaScript; TypeScript is not read, strip its"
                            + " types before, for example with 'npx esbuild " + file + " --outfile=script.js')");
        }
        try {
            return new ScriptSource(absolute, Files.readString(absolute), directory);
        } catch (IOException e) {
            throw new ScriptLoadException("script: " + file + " cannot be read (" + reason(e) + ")", e);
        }
    }

    /**
     * {@return a script that stands in no file}
     *
     * @param text what it says
     * @param root the directory it may read
     */
    public static ScriptSource inline(String text, Path root) {
        Path directory = root.toAbsolutePath().normalize();
        return new ScriptSource(directory.resolve("inline.js"), text, directory);
    }

    /** {@return the name of the file, for people} */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : String.valueOf(e.getMessage());
    }
}
