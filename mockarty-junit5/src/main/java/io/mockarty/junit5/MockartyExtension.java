package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * The JUnit extension behind {@link MockartyTest}, which can also be registered by a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MockartyExtension shop = MockartyExtension.builder().port(DEDICATED).build();
 * }</pre>
 *
 * <p>A static field makes it last for the class, an instance field for one test. The field also leads to the mocks
 * where JUnit passes no parameters, see {@link #server}. Thread-safe.
 */
public final class MockartyExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                TestInstancePreConstructCallback,
                ParameterResolver {

    private final Worlds worlds;
    private final boolean injects;

    /** Creates the extension with the options of the annotation; JUnit does this. */
    public MockartyExtension() {
        this(new Worlds(null, ""), true);
    }

    MockartyExtension(Worlds worlds, boolean injects) {
        this.worlds = worlds;
        this.injects = injects;
    }

    /** {@return a builder with the options of {@link MockartyTest}, not thread-safe} */
    public static ExtensionBuilder builder() {
        return new ExtensionBuilder();
    }

    /**
     * Returns the mocked API: that of the test or class which the calling thread runs, or of the only test that runs,
     * or, when none does, of the only class.
     *
     * @return the server, seen from the namespace
     * @throws IllegalStateException outside of tests, and when several run and the thread belongs to none
     */
    public MockartyServer server() {
        return worlds.current().get().mocks();
    }

    /**
     * Returns the address of {@link #server}. That of the class, which is what {@code @DynamicPropertySource} sees,
     * stays the same for all its tests and leads to the one that runs.
     *
     * @return the URL, without a slash at its end
     * @throws IllegalStateException like {@link #server}
     */
    public URI baseUrl() {
        return worlds.current().get().url();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        World world = worlds.ofClass(context);
        worlds.current().enterClass(world);
        PropertyOverride.apply(context.getRequiredTestClass(), context, world.url());
        if (injects) {
            TestRun.of(context).staticFields().fill(context.getRequiredTestClass(), world);
        }
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        worlds.constructing(context, instance.getTestClass());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        World world = worlds.ofTest(context);
        worlds.current().enterTest(world);
        PropertyOverride.apply(context.getRequiredTestMethod(), context, world.url());
        if (injects) {
            FieldInjection.fillInstances(context, world);
        }
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        worlds.ofTest(context).endSetUp();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        worlds.known(context).ifPresent(world -> {
            worlds.current().leaveTest(world);
            if (injects) {
                FieldInjection.emptyInstances(context, world);
            }
            new TestVerdict(world, worlds.replay(world)).onTest(context);
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        worlds.known(context).ifPresent(world -> {
            worlds.leaveClass(world);
            TestRun.of(context).staticFields().empty(context.getRequiredTestClass(), world);
            new TestVerdict(world, worlds.replay(world)).onClass();
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return injects
                && Injection.isOurs(
                        parameter.getParameter(), parameter.getParameter().getType(), worlds.options(context));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean inConstructor = parameter.getDeclaringExecutable() instanceof Constructor;
        Parameter wanted = parameter.getParameter();
        return Injection.value(wanted, wanted.getType(), worlds.of(context, inConstructor), name(parameter));
    }

    private static String name(ParameterContext parameter) {
        Parameter what = parameter.getParameter();
        Executable where = parameter.getDeclaringExecutable();
        String owner = where.getDeclaringClass().getSimpleName();
        return what.getType().getSimpleName() + " " + what.getName() + " of "
                + (where instanceof Constructor ? "the constructor of " + owner : owner + "." + where.getName());
    }
}
