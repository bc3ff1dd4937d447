package io.mockarty.repository.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 50);
    private final CircuitBreaker breaker = new CircuitBreaker(Duration.ofNanos(100), now::get);

    @Test
    void lets_everybody_pass_before_a_failure() {
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void lets_nobody_pass_in_the_pause_after_a_failure() {
        breaker.failed();
        now.addAndGet(99);

        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void lets_one_pass_after_the_pause() {
        breaker.failed();
        now.addAndGet(100);

        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void waits_another_pause_when_that_one_does_not_come_back() {
        breaker.failed();
        now.addAndGet(100);
        breaker.allows();
        now.addAndGet(100);

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void lets_everybody_pass_after_a_success() {
        breaker.failed();
        breaker.succeeded();

        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void tells_of_each_change_of_state_once() {
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.failed()).isTrue();
    }
}
