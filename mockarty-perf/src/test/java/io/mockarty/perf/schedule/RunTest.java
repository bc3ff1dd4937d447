package io.mockarty.perf.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunTest {

    private final Queue<Iteration> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final Measurements measurements = new Measurements(new MetricRegistry(), 2, List.of(), 500, List.of());

    private Run run(Map<String, Object> options, Function<Iteration, Outcome> body) throws InterruptedException {
        Run run = new Run(Options.of(options, Map.of()), measurements, number -> new User(body), List.of());
        run.execute();
        return run;
    }

    private Snapshot snapshot() {
        return measurements.snapshot(1);
    }

    private double value(String metric, String stat) {
        return snapshot().find(metric).orElseThrow().value(stat);
    }

    private final class User implements VirtualUser {

        private final Function<Iteration, Outcome> body;
        private final CountDownLatch cancelled = new CountDownLatch(1);

        User(Function<Iteration, Outcome> body) {
            this.body = body;
        }

        @Override
        public Outcome iterate(Iteration iteration) {
            seen.add(iteration);
            Outcome outcome = body.apply(iteration);
            if (outcome == Outcome.INTERRUPTED) {
                try {
                    cancelled.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return outcome;
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @Test
    void shared_iterations_are_done_exactly_once() throws InterruptedException {
        Run run = run(Map.of("vus", 5L, "iterations", 103L), iteration -> Outcome.COMPLETED);

        assertThat(seen).hasSize(103);
        assertThat(seen.stream().map(Iteration::numberInScenario).distinct()).hasSize(103);
        assertThat(value("iterations", "count")).isEqualTo(103);
        assertThat(closed).hasValue(5);
        assertThat(run.stopReason()).isNull();
    }

    @Test
    void each_user_does_its_own_iterations() throws InterruptedException {
        run(
                Map.of("scenarios", Map.of("a", Map.of("executor", "per-vu-iterations", "vus", 4L, "iterations", 7L))),
                iteration -> Outcome.COMPLETED);

        for (int user = 1; user <= 4; user++) {
            int number = user;
            assertThat(seen.stream()
                            .filter(iteration -> iteration.numberOfUser() == number)
                            .map(Iteration::numberInUserAndScenario))
                    .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        }
        assertThat(seen).hasSize(28);
    }

    @Test
    void without_options_one_user_does_one_iteration() throws InterruptedException {
        Run run = run(Map.of(), iteration -> Outcome.FAILED);

        assertThat(seen).hasSize(1);
        assertThat(run.options().functional()).isTrue();
        assertThat(value("iterations", "count")).isEqualTo(1);
    }

    @Test
    void an_open_model_starts_or_drops_what_is_due() throws InterruptedException {
        run(Map.of("rps", 200L, "duration", "2s", "vus", 1L, "maxVUs", 3L), iteration -> {
            spin(TimeUnit.MILLISECONDS.toNanos(20));
            return Outcome.COMPLETED;
        });

        double started = value("iterations", "count");
        assertThat(started + value("dropped_iterations", "count")).isEqualTo(400);
        assertThat(started).isLessThan(350);
        List<Long> intended =
                seen.stream().map(Iteration::intendedStart).sorted().toList();
        long first = intended.get(0);
        assertThat(intended)
                .allSatisfy(moment -> assertThat((moment - first) % 5_000_000).isZero());
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_stall_shows_in_the_time_from_the_intended_start_only() throws InterruptedException {
        AtomicBoolean stalled = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        run(Map.of("rps", 100L, "duration", "4s", "vus", 1L, "maxVUs", 1L), iteration -> {
            try {
                if (iteration.numberInScenario() > 50 && stalled.compareAndSet(false, true)) {
                    never.await(1, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Outcome.COMPLETED;
        });

        assertThat(value("dropped_iterations", "count")).isGreaterThanOrEqualTo(90);
        assertThat(value("iteration_duration", "max")).isGreaterThan(990);
        assertThat(value("iteration_duration", "p(99)")).isLessThan(500);
        assertThat(value("iteration_response_time", "p(95)")).isGreaterThan(700);
        assertThat(value("iteration_response_time", "count")).isEqualTo(400);
    }

    @Test
    void users_that_do_not_end_are_cut_off_after_the_grace() throws InterruptedException {
        Run run =
                run(Map.of("vus", 3L, "duration", "200ms", "gracefulStop", "100ms"), iteration -> Outcome.INTERRUPTED);

        assertThat(run.progress().get("default").interrupted()).isEqualTo(3);
        assertThat(value("iterations", "count")).isZero();
        assertThat(closed).hasValue(3);
    }

    @Test
    void a_ramp_has_as_many_users_as_its_stages_say() throws InterruptedException {
        Set<Integer> users = ConcurrentHashMap.newKeySet();
        Map<String, Object> ramp = Map.of(
                "stages",
                List.of(
                        Map.of("duration", "300ms", "target", 6L),
                        Map.of("duration", "1s", "target", 6L),
                        Map.of("duration", "300ms", "target", 0L)));
        run(ramp, iteration -> {
            users.add(iteration.numberOfUser());
            spin(TimeUnit.MILLISECONDS.toNanos(1));
            return Outcome.COMPLETED;
        });

        assertThat(users).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(closed).hasValue(6);
    }

    @Test
    void users_that_only_compute_let_others_start() throws InterruptedException {
        int busy = Runtime.getRuntime().availableProcessors();
        AtomicBoolean otherRan = new AtomicBoolean();
        Map<String, Object> computing =
                Map.of("executor", "constant-vus", "vus", (long) busy, "duration", "30s", "gracefulStop", "1s");
        Map<String, Object> later = Map.of(
                "executor", "per-vu-iterations", "vus", 1L, "iterations", 1L, "startTime", "200ms", "exec", "other");
        AtomicReference<Run> running = new AtomicReference<>();
        Run run = new Run(
                Options.of(Map.of("scenarios", Map.of("computing", computing, "later", later)), Map.of()),
                measurements,
                number -> new User(iteration -> {
                    if (iteration.scenario().equals("later")) {
                        otherRan.set(true);
                        running.get().stop("seen");
                    }
                    spin(TimeUnit.MILLISECONDS.toNanos(1));
                    return Outcome.COMPLETED;
                }),
                List.of());
        running.set(run);
        run.execute();

        assertThat(otherRan).isTrue();
        assertThat(run.stopReason()).isEqualTo("seen");
    }

    @Test
    void scenarios_one_after_the_other_share_their_users() throws InterruptedException {
        Map<String, Object> first =
                Map.of("executor", "constant-vus", "vus", 2L, "duration", "100ms", "gracefulStop", "1s");
        Map<String, Object> second = Map.of(
                "executor", "shared-iterations", "vus", 2L, "iterations", 4L, "startTime", "1200ms", "exec", "other");
        Run run = run(Map.of("scenarios", Map.of("first", first, "second", second)), iteration -> {
            spin(TimeUnit.MILLISECONDS.toNanos(1));
            return Outcome.COMPLETED;
        });

        assertThat(seen.stream().mapToInt(Iteration::numberOfUser).max()).hasValue(2);
        assertThat(run.progress().get("second").completed()).isEqualTo(4);
    }

    @Test
    void the_run_ends_when_it_is_stopped() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        Run run = new Run(
                Options.of(Map.of("vus", 2L, "duration", "10m"), Map.of()),
                measurements,
                number -> new User(iteration -> {
                    running.countDown();
                    return Outcome.INTERRUPTED;
                }),
                List.of());
        Thread runner = new Thread(() -> {
            try {
                run.execute();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        runner.start();
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        run.stopAtOnce("enough");
        run.stop("again");
        runner.join(10_000);

        assertThat(runner.isAlive()).isFalse();
        assertThat(run.stopReason()).isEqualTo("enough");
    }
}
