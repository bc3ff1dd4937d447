package io.mockarty.junit5;

import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.support.AnnotationSupport;

/** A system property that has another value until JUnit closes the context it was set for. */
@SuppressWarnings("deprecation") // See TestRun.
record PropertyOverride(String name, @Nullable String before)
        implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final Namespace STORE = Namespace.create(PropertyOverride.class);
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    /** Sets the properties that a class or method names to an address. */
    static void apply(AnnotatedElement element, ExtensionContext context, URI url) {
        for (MockartyProperty property : AnnotationSupport.findRepeatableAnnotations(element, MockartyProperty.class)) {
            refuseInParallel(property, context);
            context.getStore(STORE)
                    .getOrComputeIfAbsent(
                            context.getUniqueId() + property.value(),
                            key -> set(property.value(), url.toString()),
                            PropertyOverride.class);
        }
    }

    private static PropertyOverride set(String name, String value) {
        return new PropertyOverride(name, System.setProperty(name, value));
    }

    private static void refuseInParallel(MockartyProperty property, ExtensionContext context) {
        boolean parallel = context.getConfigurationParameter(PARALLEL)
                .map(Boolean::valueOf)
                .orElse(false);
        if (parallel && !isIsolated(context.getRequiredTestClass())) {
            throw new ExtensionConfigurationException("@MockartyProperty(\"" + property.value() + "\") on "
                    + context.getRequiredTestClass().getSimpleName()
                    + " (expected: tests run one after the other, since a system property belongs to the whole JVM: set "
                    + PARALLEL + "=false, or make the class @Isolated)");
        }
    }

    private static boolean isIsolated(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            if (AnnotationSupport.isAnnotated(type, Isolated.class)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (before == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, before);
        }
    }
}
