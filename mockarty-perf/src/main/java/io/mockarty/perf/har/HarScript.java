package io.mockarty.perf.har;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes a load script that does what a browser did when it recorded a HAR file. Requests are grouped by page, with
 * pauses as long as the user's; values that a response brings and a later request sends back become variables;
 * passwords, tokens and the like are taken from {@code __ENV}. The same file always gives the same script. May be
 * called from any thread.
 */
public final class HarScript {

    private HarScript() {}

    /**
     * {@return the script, an ES module for {@code mockarty perf run} and k6}
     *
     * @param har a file in the format HAR 1.2, of any size
     * @param options what of it to repeat
     * @throws InvalidHarException when the file is no HAR, or nothing of it is left to repeat; the message names
     *     entries and fields
     * @throws IOException when the file cannot be read
     */
    public static String write(Path har, HarOptions options) throws InvalidHarException, IOException {
        HarRecording recording = HarReader.read(har);
        if (recording.entries().isEmpty()) {
            throw new InvalidHarException(List.of("log.entries: empty (expected: at least one request)"));
        }
        EntryFilter filter = new EntryFilter(options);
        List<Step> steps = Steps.of(recording, filter, options);
        if (steps.isEmpty()) {
            throw new InvalidHarException(List.of(
                    "log.entries: nothing is left of " + recording.entries().size()
                            + " (expected: at least one request; not repeated are " + reasons(filter) + ")"));
        }
        Map<String, Variable> variables = Correlation.of(har, steps);
        return new ScriptWriter(recording, steps, variables).write(filter.dropped());
    }

    private static String reasons(EntryFilter filter) {
        return String.join(
                ", ",
                filter.dropped().entrySet().stream()
                        .map(dropped -> dropped.getKey() + ": " + dropped.getValue())
                        .toList());
    }
}
