package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The JUnit extension behind {@link MockartyTest}. Holds no state of its own, so it is safe under parallel execution.
 */
public final class MockartyExtension implements ParameterResolver {

    private static final Namespace STORE = Namespace.create(MockartyExtension.class);

    /** Creates the extension; JUnit does this. */
    public MockartyExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(MockartyUrl.class)
                || parameter.getParameter().getType() == MockartyServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw wrong(
                    parameter,
                    "a parameter of a test method, @BeforeEach or @AfterEach, because each test has a namespace of its"
                            + " own");
        }
        Class<?> type = parameter.getParameter().getType();
        if (type == MockartyServer.class) {
            return server(context);
        } else if (type == URI.class) {
            return server(context).baseUrl();
        } else if (type == String.class) {
            return server(context).baseUrl().toString();
        }
        throw wrong(parameter, "a parameter of type java.net.URI or String");
    }

    private static MockartyServer server(ExtensionContext context) {
        SharedServer shared = context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(SharedServer.class, key -> new SharedServer(), SharedServer.class);
        // The key names the test, or a nested context would find the world of the one around it.
        return context.getStore(STORE)
                .getOrComputeIfAbsent(context.getUniqueId(), key -> shared.newWorld(context), TestWorld.class)
                .server();
    }

    private static ParameterResolutionException wrong(ParameterContext parameter, String expected) {
        Parameter what = parameter.getParameter();
        Executable where = parameter.getDeclaringExecutable();
        String owner = where.getDeclaringClass().getSimpleName();
        return new ParameterResolutionException((parameter.isAnnotated(MockartyUrl.class) ? "@MockartyUrl " : "")
                + what.getType().getSimpleName() + " " + what.getName() + " of "
                + (where instanceof Constructor ? "the constructor of " + owner : owner + "." + where.getName())
                + " (expected: " + expected + ")");
    }
}
