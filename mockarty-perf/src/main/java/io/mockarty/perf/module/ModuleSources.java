package io.mockarty.perf.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts of ES modules that are kept as resources beside the class of a {@link ScriptModule}. */
public final class ModuleSources {

    private ModuleSources() {}

    /**
     * {@return the text of a resource}
     *
     * @param beside a class of the same package
     * @param name the name of the resource, such as {@code http.mjs}
     * @throws IllegalStateException when there is no such resource
     */
    public static String read(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " is missing beside " + beside.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
