package io.mockarty.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes sure that tests do run at the same time. */
final class Together {

    private final CountDownLatch missing;

    Together(int threads) {
        missing = new CountDownLatch(threads);
    }

    /** Waits until as many threads as there are to be have come here once. */
    void meet() throws InterruptedException {
        missing.countDown();
        assertThat(missing.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
