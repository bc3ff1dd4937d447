package io.mockarty.namespace;

import io.mockarty.mock.Mock;
import io.mockarty.mock.OneOf;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a mock has counted since it was saved: its uses, in one object with the limits they count against, and what
 * else. Counts in this process. Thread-safe.
 */
class Usage extends AtomicLong {

    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long expireAt;
    private final OneOf.Order order;
    private final int offset;
    private final AtomicLong picks = new AtomicLong();
    private volatile long lastUse;

    Usage(Mock document) {
        OneOf oneOf = document.oneOf();
        this.limit = document.useLimiter() == 0 ? Long.MAX_VALUE : document.useLimiter();
        this.expireAt = document.expireAt() == 0 ? Long.MAX_VALUE : document.expireAt();
        this.order = oneOf == null ? OneOf.Order.ORDER : oneOf.order();
        this.offset = oneOf == null ? 0 : oneOf.offset();
    }

    boolean isExpired(long nowMillis) {
        return nowMillis >= expireAt;
    }

    boolean isExhausted() {
        return get() >= limit;
    }

    boolean tryUse(long nowMillis) {
        if (isExpired(nowMillis) || !(limit == Long.MAX_VALUE ? countUse() : takeUse(limit))) {
            return false;
        }
        lastUse = nowMillis;
        return true;
    }

    private boolean countUse() {
        incrementAndGet();
        return true;
    }

    /** Takes one of a limited number of uses; false when none is left. */
    boolean takeUse(long most) {
        return getAndUpdate(count -> Math.min(count + 1, most)) < most;
    }

    int pick(int size, Supplier<RandomGenerator> random) {
        return order == OneOf.Order.RANDOM ? random.get().nextInt(size) : Math.floorMod(takeTurn() + offset, size);
    }

    /** Returns how many answers were taken in order before this one. */
    long takeTurn() {
        return picks.getAndIncrement();
    }

    Mock addTo(Mock document) {
        long count = get();
        return count == 0
                ? document
                : document.toBuilder()
                        .useCounter((int) Math.min(count, Integer.MAX_VALUE))
                        .lastUse(lastUse)
                        .build();
    }
}
