package io.mockarty.perf.metric;

/**
 * Takes the samples of one virtual user. Used by one thread at a time; any number of recorders of a run may be used at
 * once.
 */
public interface Recorder {

    /**
     * Adds a sample, taken now.
     *
     * @param metric what was measured
     * @param value the value, in milliseconds for times and bytes for data
     * @param tags where it comes from
     */
    void add(Metric metric, double value, Tags tags);

    /**
     * {@return the place of samples with always the same metric and tags; quicker than {@link #add} for who keeps it}
     *
     * @param metric what is measured
     * @param tags where it comes from
     */
    Series series(Metric metric, Tags tags);

    /**
     * {@return the place where requests of one route are counted, whatever their protocol}
     *
     * @param name the route as the report shows it, such as {@code GET /users/{id}} or {@code Kafka produce orders}
     */
    Route route(String name);

    /** Samples with always the same metric and tags. As thread-safe as the recorder it comes from. */
    interface Series {

        /**
         * Adds a sample, taken now.
         *
         * @param value the value, in milliseconds for times and bytes for data
         */
        void add(double value);
    }

    /** Requests of one route. As thread-safe as the recorder it comes from. */
    interface Route {

        /**
         * Counts a request that was answered or has failed just now.
         *
         * @param milliseconds from sending it to the end of the answer
         * @param failed whether it failed
         */
        void add(double milliseconds, boolean failed);
    }
}
