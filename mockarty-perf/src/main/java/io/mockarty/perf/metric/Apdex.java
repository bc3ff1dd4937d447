package io.mockarty.perf.metric;

/**
 * How satisfied users would be (Application Performance Index): who waits up to T is satisfied, up to 4 T tolerates it,
 * longer or with an error is frustrated.
 *
 * @param satisfied how many requests took up to T
 * @param tolerating how many took up to 4 T
 * @param frustrated how many took longer or failed
 * @param threshold T in milliseconds
 */
public record Apdex(long satisfied, long tolerating, long frustrated, double threshold) {

    /** {@return how many requests there were} */
    public long total() {
        return satisfied + tolerating + frustrated;
    }

    /** {@return the score from 0 to 1; 1 when there were no requests, since nobody was kept waiting} */
    public double score() {
        return total() == 0 ? 1 : (satisfied + tolerating * 0.5) / total();
    }

    /** {@return the score in a word} */
    public String rating() {
        double score = score();
        if (score >= 0.94) {
            return "Excellent";
        }
        if (score >= 0.85) {
            return "Good";
        }
        if (score >= 0.70) {
            return "Fair";
        }
        return score >= 0.50 ? "Poor" : "Unacceptable";
    }

    Apdex plus(Apdex other) {
        return new Apdex(
                satisfied + other.satisfied, tolerating + other.tolerating, frustrated + other.frustrated, threshold);
    }
}
