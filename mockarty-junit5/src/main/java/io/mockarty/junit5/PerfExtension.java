package io.mockarty.junit5;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs the load test of {@link PerfTest}. The engine is reached through a function whose types are those of the JDK: it
 * is optional, and its libraries have no module descriptors that this module could require.
 */
public final class PerfExtension implements InvocationInterceptor, ParameterResolver {

    private static final String LAUNCHER = "io.mockarty.perf.LoadTestLauncher";
    private static final String RESULT = "io.mockarty.perf.LoadTestResult";
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(PerfExtension.class);
    private static final String URL = "url";

    /** For JUnit. */
    public PerfExtension() {}

    /** Tells where the mocks of a test are. */
    static void tellUrl(ExtensionContext context, Supplier<URI> url) {
        context.getStore(STORE).put(URL, url);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().getName().equals(RESULT);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run(context.getRequiredTestMethod(), context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        invocation.proceed();
        boolean hasRun = Arrays.stream(method.getExecutable().getParameterTypes())
                .anyMatch(type -> type.getName().equals(RESULT));
        if (!hasRun) {
            run(method.getExecutable(), context);
        }
    }

    private static Object run(Method method, ExtensionContext context) {
        Map<String, Object> request = request(method, context);
        Map<String, Object> outcome = launcher(context).apply(request);
        Object problem = outcome.get("problem");
        if (problem != null) {
            throw new AssertionError(problem.toString());
        }
        return java.util.Objects.requireNonNull(outcome.get("result"));
    }

    private static Map<String, Object> request(Method method, ExtensionContext context) {
        PerfTest test = java.util.Objects.requireNonNull(method.getAnnotation(PerfTest.class));
        if (test.script().isEmpty() == test.inline().isEmpty()) {
            throw new ExtensionConfigurationException(
                    "@PerfTest on " + method.getDeclaringClass().getSimpleName() + "." + method.getName()
                            + " (expected: either script or inline)");
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("script", test.script());
        request.put("inline", test.inline());
        request.put("vus", test.vus());
        request.put("duration", test.duration());
        request.put("iterations", test.iterations());
        request.put("rps", test.rps());
        request.put("stages", List.of(test.stages()));
        request.put("thresholds", List.of(test.thresholds()));
        request.put("env", List.of(test.env()));
        request.put("out", List.of(test.out()));
        Object url = context.getStore(STORE).get(URL);
        request.put("url", url instanceof Supplier<?> supplier ? String.valueOf(supplier.get()) : "");
        return request;
    }

    @SuppressWarnings("unchecked") // what the launcher is documented to be
    private static Function<Map<String, Object>, Map<String, Object>> launcher(ExtensionContext context) {
        try {
            Class<?> launcher =
                    Class.forName(LAUNCHER, true, context.getRequiredTestClass().getClassLoader());
            return (Function<Map<String, Object>, Map<String, Object>>)
                    launcher.getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new ExtensionConfigurationException(
                    "@PerfTest needs the load-test engine (expected: io.mockarty:mockarty-perf among the dependencies of"
                            + " the tests)",
                    e);
        } catch (ReflectiveOperationException e) {
            throw new ExtensionConfigurationException(
                    "@PerfTest: the load-test engine is of another version (expected: the version of mockarty-junit5)",
                    e);
        }
    }
}
