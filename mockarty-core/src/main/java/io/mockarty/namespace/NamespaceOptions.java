package io.mockarty.namespace;

import io.mockarty.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * How one namespace differs from the others of its server. Immutable and thread-safe.
 *
 * @param base the namespace whose mocks answer what no mock of the new one does, and whose clock the new one follows;
 *     or null for none
 * @param stores the stores it shares with another namespace, or null for stores of its own
 * @param seed the seed of everything random, or null for one made of the seed of the server and the name
 */
public record NamespaceOptions(
        @Nullable Namespace base,
        @Nullable Stores stores,
        @Nullable Long seed) {

    /** {@return no base, stores of its own, and a seed made of that of the server and the name} */
    public static NamespaceOptions defaults() {
        return new NamespaceOptions(null, null, null);
    }
}
