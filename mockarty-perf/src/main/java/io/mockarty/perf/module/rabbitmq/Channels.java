package io.mockarty.perf.module.rabbitmq;

import com.rabbitmq.client.Channel;
import java.util.EnumMap;
import java.util.Map;

/** The channels of one user. Used by its thread, and closed after it. */
final class Channels implements AutoCloseable {

    private final RabbitPool pool;
    private final Map<Use, Channel> open = new EnumMap<>(Use.class);

    Channels(RabbitPool pool) {
        this.pool = pool;
    }

    /** What a channel is for; one that confirms does so for ever. */
    enum Use {
        PUBLISH,
        CONFIRM,
        CONSUME,
        DECLARE
    }

    /** The channel for something; a new one when the broker has closed the last. */
    Channel of(Use use) throws InterruptedException {
        Channel known = open.get(use);
        if (known != null && known.isOpen()) {
            return known;
        }
        Channel made = pool.channel();
        if (use == Use.CONFIRM) {
            pool.call(made::confirmSelect);
        }
        open.put(use, made);
        return made;
    }

    /** Gives up a channel on which an answer may still come that nobody waits for. */
    void drop(Use use) {
        Channel known = open.remove(use);
        if (known != null) {
            pool.closeLater(known);
        }
    }

    @Override
    public void close() {
        open.values().forEach(pool::closeLater);
        open.clear();
    }
}
