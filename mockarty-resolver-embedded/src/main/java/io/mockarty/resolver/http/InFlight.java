package io.mockarty.resolver.http;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests that are not answered yet, so that a stop can wait for them. Thread-safe. */
final class InFlight implements ExchangeCompletionListener {

    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile boolean draining;

    void enter(HttpServerExchange exchange) {
        count.incrementAndGet();
        exchange.addExchangeCompleteListener(this);
        if (draining) {
            exchange.setPersistent(false);
        }
    }

    @Override
    public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
        if (count.decrementAndGet() == 0 && draining) {
            signalIdle();
        }
        next.proceed();
    }

    private void signalIdle() {
        lock.lock();
        try {
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void drain(Duration atMost) {
        draining = true;
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count.get() > 0 && left > 0) {
                left = idle.awaitNanos(Math.min(left, TimeUnit.HOURS.toNanos(1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
