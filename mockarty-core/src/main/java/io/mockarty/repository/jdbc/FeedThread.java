package io.mockarty.repository.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a feed looks: when PostgreSQL notifies, when this node has written, and now and then. While the database
 * cannot be reached it tries again, and afterwards looks at everything.
 */
final class FeedThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedThread.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration CLOCK_INTERVAL = Duration.ofMinutes(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** How long one may go without looking at everything. */
    private final Duration interval;

    private final Transactions transactions;
    private final JdbcChangeFeed feed;
    private final Wakeup wakeup;
    private final SharedClock sharedClock;
    private final Thread thread;

    private volatile Signal signal = Signal.NONE;
    private Duration pause = FIRST_PAUSE;
    private long lookedAtAll = System.nanoTime();
    private long clockMeasured = System.nanoTime();

    FeedThread(
            JdbcOptions options,
            Transactions transactions,
            JdbcChangeFeed feed,
            Wakeup wakeup,
            SharedClock sharedClock) {
        boolean notifies = transactions.dialect() == Dialect.POSTGRESQL;
        this.interval = notifies ? options.syncInterval() : options.pollInterval();
        this.transactions = transactions;
        this.feed = feed;
        this.wakeup = wakeup;
        this.sharedClock = sharedClock;
        this.thread = new Thread(this::run, "mockarty-feed-" + options.node());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!wakeup.isClosed()) {
                try {
                    watch();
                } catch (SQLException | RuntimeException e) {
                    recover(e);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("{}: the feed of changes was interrupted, and ends", transactions.name());
        }
    }

    private void watch() throws SQLException, InterruptedException {
        try (Signal opened = open()) {
            signal = opened;
            lookAtAll();
            if (!pause.equals(FIRST_PAUSE)) {
                LOG.info("{}: reached again", transactions.name());
                pause = FIRST_PAUSE;
            }
            while (!wakeup.isClosed()) {
                // By the time that has passed: there may be news of some namespaces without a break.
                Set<String> namespaces = opened.await(untilLookingAtAll());
                if (namespaces.isEmpty() || untilLookingAtAll().isZero()) {
                    lookAtAll();
                } else {
                    feed.lookAt(namespaces);
                }
                measureClock();
            }
        } finally {
            signal = Signal.NONE;
        }
    }

    private Signal open() throws SQLException {
        return transactions.dialect() == Dialect.POSTGRESQL ? PostgresSignal.open(transactions) : wakeup::await;
    }

    private void lookAtAll() {
        // From the beginning: what is written while it looks may not be seen.
        lookedAtAll = System.nanoTime();
        feed.lookAtAll();
    }

    private Duration untilLookingAtAll() {
        Duration left = interval.minusNanos(System.nanoTime() - lookedAtAll);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void measureClock() {
        if (System.nanoTime() - clockMeasured > CLOCK_INTERVAL.toNanos()) {
            sharedClock.measure();
            clockMeasured = System.nanoTime();
        }
    }

    private void recover(Exception problem) throws InterruptedException {
        if (wakeup.isClosed()) {
            return;
        }
        if (pause.equals(FIRST_PAUSE)) {
            LOG.warn("{}: changes of other nodes are not seen until it is reached again", transactions.name(), problem);
        }
        wakeup.pause(pause);
        Duration next = pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    /** Ends the thread; when this returns, it tells nobody any more. */
    @Override
    public void close() {
        wakeup.close();
        signal.wake();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
