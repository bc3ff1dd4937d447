package io.mockarty.repository.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All migrations a program knows, numbered from 1 without gaps. Immutable. */
final class Scripts {

    private static final Pattern ID = Pattern.compile("(\\d{3,18})_([a-z0-9_]+)");

    private final List<Script> scripts;

    Scripts(List<Script> scripts) {
        this.scripts = List.copyOf(scripts);
        for (int i = 0; i < scripts.size(); i++) {
            if (scripts.get(i).version() != i + 1) {
                throw new IllegalArgumentException(
                        "index: " + scripts.get(i).id() + " (expected: the migration with number " + (i + 1) + ")");
            }
        }
    }

    /** Reads the migrations of this package. */
    static Scripts load() {
        List<Script> scripts = new ArrayList<>();
        for (String line : (Iterable<String>) read("index").lines()::iterator) {
            String id = line.strip();
            if (!id.isEmpty() && !id.startsWith("#")) {
                scripts.add(script(id));
            }
        }
        return new Scripts(scripts);
    }

    private static Script script(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw new IllegalStateException("index: " + id + " (expected: a line such as 001_initial)");
        }
        return new Script(Long.parseLong(parts.group(1)), parts.group(2), read(id + ".up.sql"), read(id + ".down.sql"));
    }

    private static String read(String resource) {
        try (InputStream in = Scripts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        resource + ": missing (expected: beside " + Scripts.class.getName() + " in its jar)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of a schema that all migrations were applied to. */
    long newest() {
        return scripts.size();
    }

    /** The migration with a number from 1 to {@link #newest}. */
    Script get(long version) {
        return scripts.get(Math.toIntExact(version - 1));
    }
}
