package io.mockarty.junit5.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found for one workload, for people to read. Each sample is set off against the sample without a mock server
 * that was taken in the same round.
 */
record OverheadTable(Workload workload, Map<Contender, List<Sample>> samples) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%n%s%n", workload.label()));
        text.append(row("median (min...max)", "first test, ms", "each further method, us"));
        samples.forEach((contender, found) -> text.append(
                contender == Contender.EMPTY
                        ? row(contender.label(), found)
                        : row("+ " + contender.label(), added(contender))));
        text.append(String.format(
                "  %s%n    first test %s, each further method %s%n",
                rivals().map(Contender::label).collect(Collectors.joining(" : ")),
                ratio(Sample::firstNanos),
                ratio(Sample::eachNanos)));
        return text.toString();
    }

    private static String row(String name, List<Sample> found) {
        Spread first = Spread.of(found, sample -> sample.firstNanos() / 1e6);
        Spread each = Spread.of(found, sample -> sample.eachNanos() / 1e3);
        return row(name, first.print("%.0f", "%.0f"), each.print("%.1f", "%.1f"));
    }

    private static String row(String name, String first, String each) {
        return String.format(Locale.ROOT, "  %-22s %26s %30s%n", name, first, each);
    }

    private List<Sample> added(Contender contender) {
        List<Sample> empty = samples.get(Contender.EMPTY);
        List<Sample> found = samples.get(contender);
        List<Sample> added = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            added.add(found.get(i).minus(empty.get(i)));
        }
        return added;
    }

    private Stream<Contender> rivals() {
        return samples.keySet().stream().filter(contender -> contender != Contender.EMPTY);
    }

    /** What the others add, as a multiple of what ours adds. */
    private String ratio(ToDoubleFunction<Sample> figure) {
        double ours = Spread.of(added(Contender.MOCKARTY), figure).median();
        return rivals().map(contender -> Spread.of(added(contender), figure).median() / ours)
                .map(times -> String.format(Locale.ROOT, "%.2f", times))
                .collect(Collectors.joining(" : "));
    }
}
