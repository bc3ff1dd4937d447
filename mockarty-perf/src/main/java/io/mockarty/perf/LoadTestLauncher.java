package io.mockarty.perf;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs a load test for the JUnit extension, which knows this class by name only. Thread-safe.
 *
 * <p>The request has {@code script} or {@code inline}, {@code vus}, {@code duration}, {@code iterations}, {@code rps},
 * {@code stages}, {@code thresholds} as {@code metric: expression}, {@code env} as {@code NAME=value}, {@code out}, and
 * the {@code url} of the mocks; what is empty or 0 is not set. The outcome has the {@code result}, and a
 * {@code problem} for people when the test is to fail.
 */
public final class LoadTestLauncher implements Function<Map<String, Object>, Map<String, Object>> {

    /** Creates the launcher. */
    public LoadTestLauncher() {}

    @Override
    public Map<String, Object> apply(Map<String, Object> request) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        try {
            LoadTestResult result = test(request).run();
            outcome.put("result", result);
            if (!result.passed()) {
                outcome.put("problem", problem(result));
            }
        } catch (LoadTestException e) {
            outcome.put("problem", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            outcome.put("problem", "@PerfTest: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.put("problem", "the load test was interrupted");
        }
        return outcome;
    }

    private static String problem(LoadTestResult result) {
        if (result.exitCode() == ExitCode.THRESHOLDS) {
            return result.thresholdText() + "\n" + result.summary(false);
        }
        return "the load test ended with " + result.exitCode()
                + (result.stoppedReason() == null ? "" : ": " + result.stoppedReason()) + "\n" + result.summary(false);
    }

    private static LoadTest test(Map<String, Object> request) {
        String script = text(request, "script");
        LoadTest test = script.isEmpty() ? LoadTest.inline(text(request, "inline")) : LoadTest.script(Path.of(script));
        if (number(request, "vus") > 0) {
            test.vus((int) number(request, "vus"));
        }
        if (number(request, "iterations") > 0) {
            test.iterations((long) number(request, "iterations"));
        }
        if (number(request, "rps") > 0) {
            test.rps(number(request, "rps"));
        }
        if (!text(request, "duration").isEmpty()) {
            test.option("duration", text(request, "duration"));
        }
        if (!text(request, "url").isEmpty()) {
            test.env("MOCKARTY_URL", text(request, "url"));
        }
        for (String stage : list(request, "stages")) {
            test.stage(stage);
        }
        for (String threshold : list(request, "thresholds")) {
            String[] parts = split(threshold, threshold.indexOf(": "), 2, "thresholds", "metric: expression");
            test.threshold(parts[0].strip(), parts[1].strip());
        }
        for (String variable : list(request, "env")) {
            String[] parts = split(variable, variable.indexOf('='), 1, "env", "NAME=value");
            test.env(parts[0], parts[1]);
        }
        list(request, "out").forEach(output -> test.output(Output.parse(output)));
        return test;
    }

    private static String[] split(String text, int at, int length, String field, String form) {
        if (at < 1) {
            throw new IllegalArgumentException(field + ": \"" + text + "\" (expected: " + form + ")");
        }
        return new String[] {text.substring(0, at), text.substring(at + length)};
    }

    private static String text(Map<String, Object> request, String field) {
        return request.get(field) instanceof String text ? text : "";
    }

    private static double number(Map<String, Object> request, String field) {
        return request.get(field) instanceof Number number ? number.doubleValue() : 0;
    }

    private static List<String> list(Map<String, Object> request, String field) {
        return request.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
