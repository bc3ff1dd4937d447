package io.mockarty.resolver.tls;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made at the first call and kept; threads that ask meanwhile wait for it. A failure is not kept. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
