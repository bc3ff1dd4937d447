package io.mockarty.junit5.benchmark;

/**
 * What one JVM found.
 *
 * @param firstNanos the very first run, of a class with one method
 * @param eachNanos each further method of a class with many, when all is warm
 */
record Sample(double firstNanos, double eachNanos) {

    private static final String MARK = "sample";

    Sample minus(Sample other) {
        return new Sample(firstNanos - other.firstNanos, eachNanos - other.eachNanos);
    }

    String line() {
        return MARK + " " + firstNanos + " " + eachNanos;
    }

    static Sample find(String output) {
        return output.lines()
                .filter(line -> line.startsWith(MARK + " "))
                .map(line -> line.split(" "))
                .map(parts -> new Sample(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sample in: " + output));
    }
}
