package io.mockarty.junit5.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a mock server adds to a JUnit test, in comparison. Every sample is taken in a JVM of its own, and the contenders
 * take turns, so that a busy moment of the machine hits all of them. Not a JMH benchmark, because the first test
 * counts.
 */
public final class JUnitOverhead {

    private static final int DEFAULT_ROUNDS = 11;
    private static final int MINUTES = 5;

    /** Those of our own tests: the small collector starts fastest. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    private JUnitOverhead() {}

    /**
     * Measures and prints a table.
     *
     * @param arguments how many JVMs for each figure, 11 when left out
     * @throws IOException when a JVM cannot be started
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? DEFAULT_ROUNDS : Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        out.printf("What a mock server adds to a JUnit test%n%n");
        out.printf(
                "JDK %s (%s), options %s, %d processors%n",
                Runtime.version(),
                System.getProperty("java.vm.name"),
                String.join(" ", OPTIONS),
                Runtime.getRuntime().availableProcessors());
        out.printf("%d JVMs for each line, after one that does not count; %d methods per class%n", rounds, Many.TIMES);
        Map<Workload, Map<Contender, List<Sample>>> samples = measure(rounds);
        samples.forEach((workload, found) -> out.print(new OverheadTable(workload, found)));
    }

    private static Map<Workload, Map<Contender, List<Sample>>> measure(int rounds)
            throws IOException, InterruptedException {
        Map<Workload, Map<Contender, List<Sample>>> samples = new EnumMap<>(Workload.class);
        List<Contender> order = new ArrayList<>(Arrays.asList(Contender.values()));
        for (int round = 0; round <= rounds; round++) {
            for (Workload workload : Workload.values()) {
                for (Contender contender : order) {
                    Sample sample = runProbe(contender.testClass(workload));
                    if (round > 0) {
                        samples.computeIfAbsent(workload, key -> new EnumMap<>(Contender.class))
                                .computeIfAbsent(contender, key -> new ArrayList<>())
                                .add(sample);
                    }
                }
            }
            Collections.rotate(order, 1);
        }
        return samples;
    }

    private static Sample runProbe(String testClass) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.util.logging.config.class=" + SilentLogging.class.getName());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OverheadProbe.class.getName(), testClass));
        File output = File.createTempFile("overhead", ".txt");
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!probe.waitFor(MINUTES, TimeUnit.MINUTES)) {
                probe.destroyForcibly();
            }
            return Sample.find(Files.readString(output.toPath()));
        } finally {
            Files.delete(output.toPath());
        }
    }
}
