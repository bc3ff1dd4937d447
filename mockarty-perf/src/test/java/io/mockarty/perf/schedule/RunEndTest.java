package io.mockarty.perf.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.plan.Options;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How runs end, and what becomes of users that do not. */
@Timeout(60)
class RunEndTest {

    private final AtomicInteger open = new AtomicInteger();
    private final Semaphore at = new Semaphore(0);
    private final CountDownLatch go = new CountDownLatch(1);
    private final Measurements measurements = new Measurements(new MetricRegistry(), 2, List.of(), 500, List.of());

    /** Waits in each iteration until it may go or is cancelled. */
    private final class Waiting implements VirtualUser {

        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final Semaphore stirred = new Semaphore(0);

        Waiting() {
            open.incrementAndGet();
        }

        @Override
        public Outcome iterate(Iteration iteration) {
            at.release();
            try {
                while (!cancelled.get() && go.getCount() > 0) {
                    if (stirred.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                        break;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return cancelled.get() ? Outcome.INTERRUPTED : Outcome.COMPLETED;
        }

        @Override
        public void cancel() {
            cancelled.set(true);
            stirred.release();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private Run run(Map<String, Object> options, UserFactory users, RunListener... listeners) {
        return new Run(Options.of(options, Map.of()), measurements, users, List.of(listeners));
    }

    private static Thread inBackground(Run run, AtomicBoolean interrupted) {
        Thread thread = new Thread(() -> {
            try {
                run.execute();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void a_stopped_run_lets_iterations_finish() throws InterruptedException {
        Run run = run(Map.of("vus", 3L, "duration", "10m"), number -> new Waiting());
        Thread thread = inBackground(run, new AtomicBoolean());
        at.acquire(3);

        run.stop("enough");
        go.countDown();
        thread.join(20_000);

        assertThat(thread.isAlive()).isFalse();
        assertThat(run.progress().get("default").completed()).isEqualTo(3);
        assertThat(run.progress().get("default").interrupted()).isZero();
        assertThat(open).hasValue(0);
    }

    @Test
    void the_second_stop_cuts_off() throws InterruptedException {
        Run run = run(Map.of("vus", 3L, "duration", "10m"), number -> new Waiting());
        Thread thread = inBackground(run, new AtomicBoolean());
        at.acquire(3);

        run.stop("enough");
        run.stop("really");
        thread.join(20_000);

        assertThat(run.stopReason()).isEqualTo("enough");
        assertThat(run.progress().get("default").interrupted()).isEqualTo(3);
        assertThat(open).hasValue(0);
    }

    @Test
    void an_interrupted_run_ends_its_users_before_it_returns() throws InterruptedException {
        Run run = run(Map.of("vus", 3L, "duration", "10m"), number -> new Waiting());
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread thread = inBackground(run, interrupted);
        at.acquire(3);

        thread.interrupt();
        thread.join(20_000);

        assertThat(interrupted).isTrue();
        assertThat(open).hasValue(0);
        assertThat(run.activeUsers()).isZero();
    }

    @Test
    void iterations_that_never_started_are_dropped_when_a_run_is_stopped() throws InterruptedException {
        Run run = run(Map.of("vus", 3L, "iterations", 100L), number -> new Waiting());
        Thread thread = inBackground(run, new AtomicBoolean());
        at.acquire(3);

        run.stopAtOnce("enough");
        thread.join(20_000);

        Progress progress = run.progress().get("default");
        assertThat(progress.started()).isEqualTo(3);
        assertThat(progress.dropped()).isEqualTo(97);
        assertThat(progress.done()).isEqualTo(1);
    }

    @Test
    void users_that_leave_a_ramp_late_are_cut_off() throws InterruptedException {
        Run run = run(
                Map.of(
                        "scenarios",
                        Map.of(
                                "ramp",
                                Map.of(
                                        "executor", "ramping-vus",
                                        "startVUs", 4L,
                                        "gracefulRampDown", "50ms",
                                        "gracefulStop", "0s",
                                        "stages",
                                                List.of(
                                                        Map.of("duration", "0s", "target", 4L),
                                                        Map.of("duration", "100ms", "target", 1L),
                                                        Map.of("duration", "700ms", "target", 1L))))),
                number -> new Waiting(),
                live -> live.progress().get("ramp"));
        Thread thread = inBackground(run, new AtomicBoolean());
        thread.join(20_000);

        assertThat(run.progress().get("ramp").interrupted()).isEqualTo(4);
        assertThat(open).hasValue(0);
    }

    @Test
    void users_that_are_about_to_leave_a_ramp_are_called_back() throws InterruptedException {
        Map<String, Object> saw = Map.of(
                "stages",
                List.of(
                        Map.of("duration", "0s", "target", 4L),
                        Map.of("duration", "100ms", "target", 1L),
                        Map.of("duration", "100ms", "target", 4L),
                        Map.of("duration", "100ms", "target", 1L),
                        Map.of("duration", "100ms", "target", 4L)),
                "gracefulStop",
                "0s");
        AtomicInteger made = new AtomicInteger();
        run(saw, number -> {
                    made.incrementAndGet();
                    return new Waiting();
                })
                .execute();

        assertThat(made).hasValue(4);
        assertThat(at.availablePermits()).isEqualTo(4);
    }

    @Test
    void a_user_that_throws_has_failed_and_goes_on() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        Run run = run(Map.of("vus", 1L, "iterations", 5L), number -> new VirtualUser() {

            @Override
            public Outcome iterate(Iteration iteration) {
                if (calls.incrementAndGet() % 2 == 0) {
                    throw new AssertionError("even");
                }
                return Outcome.COMPLETED;
            }

            @Override
            public void cancel() {}

            @Override
            public void close() {}
        });
        run.execute();

        assertThat(calls).hasValue(5);
        assertThat(run.progress().get("default").completed()).isEqualTo(5);
        assertThat(run.warnings()).contains("A user of the scenario default threw java.lang.AssertionError: even");
    }

    @Test
    void a_user_that_cannot_be_made_fails_the_run_before_it_begins() {
        Run run = run(Map.of("vus", 4L, "duration", "1s"), number -> {
            if (number == 3) {
                throw new IllegalArgumentException("no third");
            }
            return new Waiting();
        });

        assertThatThrownBy(run::execute).hasMessage("no third");
        assertThat(open).hasValue(0);
    }

    @Test
    void a_listener_that_throws_does_not_stop_the_clock() throws InterruptedException {
        AtomicInteger seconds = new AtomicInteger();
        go.countDown();
        run(
                        Map.of("rps", 5L, "duration", "2500ms"),
                        number -> new Waiting(),
                        live -> {
                            throw new IllegalStateException("listener");
                        },
                        live -> seconds.incrementAndGet())
                .execute();

        assertThat(seconds).hasValueGreaterThanOrEqualTo(2);
    }

    @Test
    void a_short_run_tells_how_many_users_it_had() throws InterruptedException {
        go.countDown();
        run(Map.of("vus", 1L, "iterations", 1L), number -> new Waiting()).execute();

        assertThat(measurements.snapshot(1).find("vus").orElseThrow().value("value"))
                .isEqualTo(1);
        assertThat(measurements.snapshot(1).find("vus_max").orElseThrow().value("value"))
                .isEqualTo(1);
    }

    @Test
    void more_users_than_planned_are_made_up_to_the_limit() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        Run run = run(Map.of("rps", 200L, "vus", 1L, "maxVUs", 4L, "duration", "1s", "gracefulStop", "0s"), number -> {
            made.incrementAndGet();
            return new Waiting();
        });
        assertThat(run.maxUsers()).isEqualTo(4);
        run.execute();

        Progress progress = run.progress().get("default");
        assertThat(made).hasValue(4);
        assertThat(progress.started()).isEqualTo(4);
        assertThat(progress.dropped()).isEqualTo(196);
        assertThat(progress.interrupted()).isEqualTo(4);
        assertThat(open).hasValue(0);
    }
}
