package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The worlds of one extension: opens them when JUnit comes to a class or a test, and finds them again. They are kept in
 * the stores of JUnit, under the id of the class or test, since a nested one sees the store around it. Thread-safe.
 */
final class Worlds {

    private final @Nullable MockartyOptions fixed;
    private final WorldNames names;
    private final Namespace store = Namespace.create(Worlds.class, this);
    private final Map<Thread, UnderConstruction> underConstruction = new ConcurrentHashMap<>();
    private final CurrentWorld current = new CurrentWorld();

    /**
     * Creates an extension without worlds.
     *
     * @param fixed the options, or null for those of the annotation
     * @param name what the mocked API is called, or empty
     */
    Worlds(@Nullable MockartyOptions fixed, String name) {
        this.fixed = fixed;
        this.names = new WorldNames(name);
    }

    CurrentWorld current() {
        return current;
    }

    /** What to write into the test class to get the same answers again. */
    String replay(World world) {
        String where = world.options().scope() == TestScope.METHOD ? "" : " on the class";
        return fixed == null
                ? world.replay().annotation() + where
                : world.replay().builder();
    }

    /** The world that parameters of something belong to. */
    World of(ExtensionContext context, boolean inConstructor) {
        if (context.getTestMethod().isPresent()) {
            return ofTest(context);
        }
        World ofClass = ofClass(context);
        boolean perMethod = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_METHOD;
        if (!inConstructor || !perMethod || ofClass.options().scope() != TestScope.METHOD) {
            return ofClass;
        }
        return underConstruction
                .computeIfAbsent(Thread.currentThread(), thread -> new UnderConstruction())
                .world(() -> World.over(ofClass, names.ofNextTest(context, ofClass.mocks()), ofClass.options()));
    }

    /** Notes that an instance is about to be made; the thread that makes it runs its test next. */
    void constructing(ExtensionContext context, Class<?> type) {
        Thread thread = Thread.currentThread();
        UnderConstruction known = underConstruction.computeIfAbsent(thread, key -> new UnderConstruction());
        if (!known.begin(type)) {
            known.giveUp();
            UnderConstruction next = new UnderConstruction();
            next.begin(type);
            underConstruction.put(thread, next);
        }
        if (context.getTestMethod().isEmpty()) {
            World ofClass = ofClass(context);
            current.construct(ofClass);
            if (context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS) {
                constructingForClass(context, ofClass);
            }
        }
    }

    /** The instances around this one live as long as it, and so do the mocks that their constructors took. */
    private void constructingForClass(ExtensionContext context, World ofClass) {
        UnderConstruction made = underConstruction.remove(Thread.currentThread());
        World taken = made == null ? null : made.world();
        if (taken != null) {
            context.getStore(store).put(taken, taken);
            ofClass.moveOver(taken);
        }
    }

    void leaveClass(World ofClass) {
        current.leaveClass(ofClass);
        underConstruction.values().removeIf(made -> made.isGivenUpWith(ofClass));
    }

    /** The options of the test, or of the class when there is no test yet. */
    MockartyOptions options(ExtensionContext context) {
        return (context.getTestMethod().isPresent() ? ofTest(context) : ofClass(context)).options();
    }

    World ofClass(ExtensionContext context) {
        ExtensionContext ofClass = classContext(context);
        return ofClass.getStore(store)
                .getOrComputeIfAbsent(ofClass.getUniqueId(), id -> openClass(ofClass), World.class);
    }

    private static ExtensionContext classContext(ExtensionContext context) {
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass;
    }

    /**
     * The world of a class or test: there is none when it could not be opened, or when this extension was registered
     * for less than the class.
     */
    Optional<World> known(ExtensionContext context) {
        try {
            return Optional.ofNullable(context.getStore(store).get(context.getUniqueId(), World.class));
        } catch (RuntimeException e) {
            // JUnit remembers that it could not be opened, and has told so.
            return Optional.empty();
        }
    }

    private Optional<World> around(ExtensionContext ofClass) {
        Optional<ExtensionContext> outer = ofClass.getParent();
        while (outer.isPresent() && outer.get().getTestClass().isPresent()) {
            Optional<World> world = known(outer.get());
            if (world.isPresent()) {
                return world;
            }
            outer = outer.get().getParent();
        }
        return Optional.empty();
    }

    private World openClass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        TestRun run = TestRun.of(context);
        MockartyOptions options =
                (fixed == null ? OptionsLookup.ofClass(testClass) : fixed).withClients(run.clients(testClass));
        World outer = around(context).orElse(null);
        World world;
        if (options.scope() == TestScope.SUITE) {
            world = run.suite(names.ofSuite(), options).sharedWith(options);
        } else if (outer != null) {
            MockartyOptions nested = options.nestedIn(outer.options());
            world = World.over(outer, names.ofClass(context, outer.mocks()), nested);
        } else if (options.server() == ServerUse.OWN) {
            world = World.of(TestRun.startOwn(names.ofClass(context), options), options);
        } else {
            world = World.open(run.server(), names.ofClass(context, run.server()), storesOf(run, options), options);
        }
        loadOrClose(world, testClass, concat(options.mocks(), patterns(testClass)));
        return world;
    }

    World ofTest(ExtensionContext context) {
        return context.getStore(store)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> openTest(context), World.class);
    }

    private World openTest(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        World ofClass = known(classContext(context)).orElse(null);
        MockartyOptions options = fixed != null ? fixed : optionsOfTest(context, ofClass);
        World world = ofClass == null
                ? alone(context, options.withClients(TestRun.of(context).clients(testClass)))
                : inClass(context, ofClass, options);
        if (ofClass == null) {
            loadOrClose(world, testClass, concat(options.mocks(), patterns(testClass)));
        }
        loadOrClose(world, testClass, patterns(context.getRequiredTestMethod()));
        PerfExtension.tellUrl(context, world::url);
        return world;
    }

    private static MockartyOptions optionsOfTest(ExtensionContext context, @Nullable World ofClass) {
        return ofClass == null
                ? OptionsLookup.ofTest(context, OptionsLookup.ofClass(context.getRequiredTestClass()), false)
                : OptionsLookup.ofTest(context, ofClass.options(), true);
    }

    private World inClass(ExtensionContext context, World ofClass, MockartyOptions options) {
        UnderConstruction made = underConstruction.remove(Thread.currentThread());
        World waiting = made == null ? null : made.world();
        if (options.scope() != TestScope.METHOD) {
            if (waiting != null) {
                context.getStore(store).put(waiting, waiting); // Of a class around, whose scope is another.
            }
            requireSameReplay(context, ofClass.options(), options);
            return ofClass.sharedWith(options);
        }
        World world = waiting == null
                ? World.over(ofClass, names.ofTest(context, ofClass.mocks()), options)
                : waiting.with(options);
        if (world.base() != ofClass) {
            world.moveOver(ofClass);
        }
        boolean alone = world.takeOver();
        if (options.port() > 0 && !alone) {
            world.close();
            throw new ExtensionConfigurationException("port: " + options.port()
                    + " (expected: tests of the class run one after the other, since the port leads to the one that"
                    + " runs; @Execution(SAME_THREAD) does that, and port = DEDICATED gives each test its own)");
        }
        return world;
    }

    private static void requireSameReplay(ExtensionContext context, MockartyOptions ofClass, MockartyOptions ofTest) {
        if (!Objects.equals(ofClass.seed(), ofTest.seed()) || !Objects.equals(ofClass.clock(), ofTest.clock())) {
            throw new ExtensionConfigurationException("seed and clock of @MockartyTest on "
                    + context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName()
                    + " (expected: on the class, since its tests share one namespace)");
        }
    }

    /** The world of a test whose class has none, since the extension came with the method or the instance. */
    private World alone(ExtensionContext context, MockartyOptions options) {
        TestRun run = TestRun.of(context);
        if (options.scope() == TestScope.SUITE) {
            return run.suite(names.ofSuite(), options).sharedWith(options);
        } else if (options.scope() == TestScope.CLASS) {
            throw new ExtensionConfigurationException(
                    "scope: CLASS (expected: METHOD, since the extension is registered"
                            + " by a method, a parameter or an instance field; a static field or an annotation of the class"
                            + " makes it last for the class)");
        }
        return options.server() == ServerUse.OWN
                ? World.of(TestRun.startOwn(names.ofTest(context), options), options)
                : World.open(run.server(), names.ofTest(context, run.server()), storesOf(run, options), options);
    }

    private @Nullable MockartyServer storesOf(TestRun run, MockartyOptions options) {
        return options.sharesStoresWithin(TestScope.SUITE)
                ? run.suite(names.ofSuite(), options).mocks()
                : null;
    }

    private static void loadOrClose(World world, Class<?> anchor, List<String> patterns) {
        try {
            if (!patterns.isEmpty()) {
                world.mocks().load(anchor, patterns.toArray(String[]::new));
            }
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<String> patterns(AnnotatedElement element) {
        List<String> patterns = new ArrayList<>();
        for (Mocks mocks : AnnotationSupport.findRepeatableAnnotations(element, Mocks.class)) {
            patterns.addAll(List.of(mocks.value()));
        }
        return patterns;
    }
}
