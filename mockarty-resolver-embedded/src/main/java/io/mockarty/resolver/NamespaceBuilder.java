package io.mockarty.resolver;

import io.mockarty.namespace.NamespaceOptions;
import java.util.function.Function;

/** Makes one namespace of a {@link MockartyServer}. Not thread-safe. */
public final class NamespaceBuilder {

    private final Function<NamespaceOptions, MockartyServer> opener;
    private NamespaceOptions options = NamespaceOptions.defaults();

    NamespaceBuilder(Function<NamespaceOptions, MockartyServer> opener) {
        this.opener = opener;
    }

    /**
     * Makes the namespace an overlay: the mocks of another one answer what none of its own does, counted afresh, and
     * its clock follows the other's. The other namespace has a journal of what its overlays are asked.
     *
     * @param base the other namespace, of the same server
     * @return this builder
     */
    public NamespaceBuilder over(MockartyServer base) {
        options = new NamespaceOptions(base.namespace(), options.stores(), options.seed());
        return this;
    }

    /**
     * Uses the stores of another namespace instead of new ones.
     *
     * @param other the other namespace, of the same server
     * @return this builder
     */
    public NamespaceBuilder sharingStoresOf(MockartyServer other) {
        options = new NamespaceOptions(options.base(), other.stores(), options.seed());
        return this;
    }

    /**
     * Fixes everything random, so that the same requests get the same bytes.
     *
     * @param seed the seed; when not set, it is made of that of the server and the name of the namespace
     * @return this builder
     */
    public NamespaceBuilder seed(long seed) {
        options = new NamespaceOptions(options.base(), options.stores(), seed);
        return this;
    }

    /**
     * Makes the namespace.
     *
     * @return the server, seen from it; closing it ends the namespace
     * @throws IllegalArgumentException when the name is not possible or taken
     */
    public MockartyServer open() {
        return opener.apply(options);
    }
}
