package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
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
        Class<?> type = parameter.getParameter().getType();
        MockartyServer server = server(parameter, context);
        if (type == MockartyServer.class) {
            return server;
        } else if (type == URI.class) {
            return server.baseUrl();
        } else if (type == String.class) {
            return server.baseUrl().toString();
        }
        throw new ParameterResolutionException(parameter.getParameter() + ": @MockartyUrl on " + type.getName()
                + " (expected: java.net.URI or String)");
    }

    private static MockartyServer server(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(parameter.getParameter() + " of "
                    + parameter.getDeclaringExecutable()
                    + " (expected: a parameter of a test method, @BeforeEach or @AfterEach, because each test method has"
                    + " a namespace of its own)");
        }
        SharedServer shared = context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(SharedServer.class, key -> new SharedServer(), SharedServer.class);
        // The key names the test, or a nested context would find the world of the one around it.
        return context.getStore(STORE)
                .getOrComputeIfAbsent(context.getUniqueId(), key -> shared.newWorld(context), TestWorld.class)
                .server();
    }
}
