package io.mockarty.resolver.http;

import io.mockarty.namespace.InFlight;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;

/** Knows the requests that are not answered yet, so that a stop can wait for them. Thread-safe. */
final class Draining implements ExchangeCompletionListener {

    private final InFlight inFlight = new InFlight();
    private volatile boolean draining;

    void enter(HttpServerExchange exchange) {
        inFlight.enter();
        exchange.addExchangeCompleteListener(this);
        if (draining) {
            exchange.setPersistent(false);
        }
    }

    @Override
    public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
        inFlight.leave();
        next.proceed();
    }

    void drain(Duration atMost) {
        draining = true;
        inFlight.awaitIdle(atMost);
    }
}
