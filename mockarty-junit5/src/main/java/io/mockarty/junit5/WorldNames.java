package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names namespaces after classes and tests, the same in every run. Thread-safe. */
final class WorldNames {

    private final String api;
    private final AtomicLong constructed = new AtomicLong();

    /**
     * Creates names.
     *
     * @param api what the mocked API is called, or empty
     */
    WorldNames(String api) {
        this.api = api.isEmpty() ? "" : "." + api;
    }

    String ofSuite() {
        return safe("suite" + api);
    }

    String ofClass(ExtensionContext context) {
        return safe(context.getRequiredTestClass().getSimpleName() + api + mark(context));
    }

    String ofClass(ExtensionContext context, MockartyServer server) {
        return free(server, ofClass(context));
    }

    /** The name of a test that is not known yet, numbered in the order of construction. */
    String ofNextTest(ExtensionContext classContext, MockartyServer server) {
        return free(server, ofClass(classContext) + "." + constructed.incrementAndGet());
    }

    String ofTest(ExtensionContext context) {
        String test = context.getRequiredTestMethod().getName();
        return safe(context.getRequiredTestClass().getSimpleName() + api + "." + test + mark(context));
    }

    String ofTest(ExtensionContext context, MockartyServer server) {
        return free(server, ofTest(context));
    }

    /** Tells apart what has one name: classes of several packages, and the repetitions of a test. */
    private static String mark(ExtensionContext context) {
        String id = context.getUniqueId();
        return "-"
                + Integer.toHexString(
                        id.substring(Math.max(0, id.indexOf("[class:"))).hashCode());
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static String free(MockartyServer server, String wanted) {
        String free = wanted;
        for (int i = 2; server.namespaces().find(free).isPresent(); i++) {
            free = wanted + "-" + i;
        }
        return free;
    }
}
