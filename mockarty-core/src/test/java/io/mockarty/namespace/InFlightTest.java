package io.mockarty.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final InFlight inFlight = new InFlight();

    @Test
    void nothing_in_flight_is_not_waited_for() {
        assertThat(inFlight.awaitIdle(Duration.ZERO)).isTrue();
        assertThat(inFlight.count()).isZero();
    }

    @Test
    void gives_up_when_time_is_out() {
        inFlight.enter();

        assertThat(inFlight.awaitIdle(Duration.ofMillis(1))).isFalse();
        assertThat(inFlight.awaitIdle(Duration.ofMillis(-1))).isFalse();
        assertThat(inFlight.count()).isEqualTo(1);
    }

    @Test
    void all_who_wait_go_on_when_the_last_has_left() {
        inFlight.enter();
        inFlight.enter();
        List<CompletableFuture<Boolean>> waiting = List.of(waiter(), waiter());
        inFlight.leave();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        inFlight.leave();

        assertThat(waiting).allMatch(CompletableFuture::join);
    }

    private CompletableFuture<Boolean> waiter() {
        return CompletableFuture.supplyAsync(() -> inFlight.awaitIdle(LONG));
    }

    @Test
    void a_wait_may_be_longer_than_a_long_holds_nanoseconds() {
        inFlight.enter();
        Thread.currentThread().interrupt();

        assertThat(inFlight.awaitIdle(Duration.ofDays(1_000_000_000))).isFalse();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_set() {
        inFlight.enter();
        CompletableFuture<List<Boolean>> ended = new CompletableFuture<>();
        Thread waiter = new Thread(
                () -> ended.complete(List.of(inFlight.awaitIdle(LONG.multipliedBy(10)), Thread.interrupted())));
        waiter.start();

        waiter.interrupt();

        assertThat(ended).succeedsWithin(LONG).isEqualTo(List.of(false, true));
    }

    @Test
    void no_wake_up_is_lost_when_many_come_and_go() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(pool.submit(() -> {
                start.await();
                boolean alwaysIdle = true;
                for (int n = 0; n < 2_000; n++) {
                    inFlight.enter();
                    inFlight.leave();
                    if (n % 100 == 0) {
                        alwaysIdle &= waitForOneMoment();
                    }
                }
                return alwaysIdle;
            }));
        }
        start.countDown();

        for (Future<Boolean> one : all) {
            assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
        }
        pool.shutdown();
        assertThat(inFlight.count()).isZero();
    }

    /** Others may enter between the moment that was waited for and the look at the count, but then leave again. */
    private boolean waitForOneMoment() {
        long end = System.nanoTime() + LONG.toNanos();
        while (!inFlight.awaitIdle(LONG)) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }
}
