package io.mockarty.coordinator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mock files to write in tests. */
final class Mocks {

    private Mocks() {}

    static String json(String id, String route, String text) {
        return """
                {"id": "%s", "http": {"route": "%s", "httpMethod": "GET"}, "response": {"statusCode": 200, "payload": "%s"}}
                """.formatted(id, route, text);
    }

    static String yaml(String id, String route, String text) {
        return """
                id: %s
                http: {route: %s, httpMethod: GET}
                response: {statusCode: 200, payload: %s}
                """.formatted(id, route, text);
    }

    static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
