package io.mockarty.junit5;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Fills static fields of test classes, and empties them again. Knows who has filled which, since several classes may
 * inherit a field from one. Thread-safe.
 */
final class StaticFields {

    /** Guarded by this. */
    private final Map<Field, World> filledBy = new HashMap<>();

    synchronized void fill(Class<?> testClass, World world) {
        for (Field field : FieldInjection.fields(testClass, true, world)) {
            World other = filledBy.get(field);
            if (other != null && !world.standsOn(other)) {
                throw new ExtensionConfigurationException("field " + FieldInjection.name(field)
                        + " (expected: a parameter of @BeforeAll, since another class that runs, or another extension,"
                        + " has filled the field)");
            }
            if (FieldInjection.fill(field, null, world)) {
                filledBy.put(field, world);
            }
        }
    }

    synchronized void empty(Class<?> testClass, World world) {
        for (Field field : FieldInjection.fields(testClass, true, world)) {
            if (filledBy.remove(field, world)) {
                FieldInjection.empty(field, null, world);
            }
        }
    }
}
