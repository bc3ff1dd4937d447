package io.mockarty.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Fills fields of test instances, and empties them again. A field that the test class has set is left alone. */
final class FieldInjection {

    private FieldInjection() {}

    static void fillInstances(ExtensionContext test, World world) {
        for (Object instance : test.getRequiredTestInstances().getAllInstances()) {
            for (Field field : fields(instance.getClass(), false, world)) {
                if (isSharedInParallel(instance, test)) {
                    throw new ExtensionConfigurationException("field " + name(field)
                            + " (expected: a parameter, since tests that run in parallel share the instance)");
                }
                fill(field, instance, world);
            }
        }
    }

    /** Makes room for the next test, when it has the same instances. */
    static void emptyInstances(ExtensionContext test, World world) {
        for (Object instance : test.getRequiredTestInstances().getAllInstances()) {
            if (isShared(instance, test)) {
                fields(instance.getClass(), false, world).forEach(field -> empty(field, instance, world));
            }
        }
    }

    private static boolean isSharedInParallel(Object instance, ExtensionContext test) {
        return test.getExecutionMode() == ExecutionMode.CONCURRENT && isShared(instance, test);
    }

    /** Whether several tests have an instance: its class, or one nested in it, is made once for all its tests. */
    private static boolean isShared(Object instance, ExtensionContext test) {
        for (ExtensionContext at = test;
                at.getTestClass().isPresent();
                at = at.getParent().orElseThrow()) {
            if (at.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS) {
                return true;
            } else if (at.getRequiredTestClass() == instance.getClass()) {
                return false;
            }
        }
        return false;
    }

    static List<Field> fields(Class<?> type, boolean isStatic, World world) {
        return ReflectionSupport.findFields(
                type,
                field -> Modifier.isStatic(field.getModifiers()) == isStatic
                        && !Modifier.isFinal(field.getModifiers())
                        && Injection.isOurs(field, field.getType(), world.options()),
                HierarchyTraversalMode.TOP_DOWN);
    }

    /** Fills a field, unless it has a value already. */
    static boolean fill(Field field, @Nullable Object instance, World world) {
        Object value = value(field, world);
        boolean fills = isEmpty(get(field, instance));
        if (fills) {
            set(field, instance, value);
        }
        return fills;
    }

    static void empty(Field field, @Nullable Object instance, World world) {
        if (Objects.equals(get(field, instance), value(field, world))) {
            set(field, instance, field.getType() == int.class ? 0 : null);
        }
    }

    private static Object value(Field field, World world) {
        return Injection.value(field, field.getType(), world, "field " + name(field));
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals(0);
    }

    private static @Nullable Object get(Field field, @Nullable Object instance) {
        try {
            field.setAccessible(true);
            return field.get(instance);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("field " + name(field) + " cannot be read", e);
        }
    }

    private static void set(Field field, @Nullable Object instance, @Nullable Object value) {
        try {
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("field " + name(field) + " cannot be set", e);
        }
    }

    static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }
}
