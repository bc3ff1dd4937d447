package io.mockarty.resolver.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** A file together with the name of the parameter it came in by, for messages that say where to look. */
record NamedFile(String parameter, Path path) {

    NamedFile {
        Objects.requireNonNull(path, parameter);
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(this + " does not exist", e);
        } catch (IOException e) {
            String why = e.getClass().getSimpleName() + ": " + e.getMessage();
            throw new UncheckedIOException(this + " cannot be read (" + why + ")", e);
        }
    }

    /** What is wrong with the content; {@code found} continues a sentence that begins with the file. */
    IllegalArgumentException problem(String found, String expected) {
        return new IllegalArgumentException(this + " " + found + " (expected: " + expected + ")");
    }

    IllegalArgumentException problem(String found, String expected, Throwable cause) {
        return new IllegalArgumentException(this + " " + found + " (expected: " + expected + ")", cause);
    }

    @Override
    public String toString() {
        return parameter + ": " + path.toAbsolutePath();
    }
}
