package io.mockarty.junit5;

import io.mockarty.resolver.ServerBuilder;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Builds a {@link MockartyExtension} with the options of {@link MockartyTest}. Not thread-safe. */
public final class ExtensionBuilder {

    private final MockartyOptions.Builder options = new MockartyOptions.Builder();
    private String name = "";

    ExtensionBuilder() {}

    /**
     * Sets how many tests share mocks and journal.
     *
     * @param sharing {@code METHOD} when not set
     * @return this builder
     */
    public ExtensionBuilder scope(TestScope sharing) {
        options.scope = sharing;
        return this;
    }

    /**
     * Sets how many tests share the global and chain stores.
     *
     * @param sharing {@code METHOD} when not set; never fewer than share the mocks
     * @return this builder
     */
    public ExtensionBuilder stores(TestScope sharing) {
        options.stores = sharing;
        return this;
    }

    /**
     * Sets which server the mocks are on.
     *
     * @param use {@code SHARED} when not set
     * @return this builder
     */
    public ExtensionBuilder server(ServerUse use) {
        options.server = use;
        return this;
    }

    /**
     * Puts the mocks on a server of the class's own, with settings of its own, such as TLS.
     *
     * @param setup changes the builder of the server
     * @return this builder
     */
    public ExtensionBuilder ownServer(UnaryOperator<ServerBuilder> setup) {
        options.server = ServerUse.OWN;
        options.serverSetup = setup;
        return this;
    }

    /**
     * Sets where clients find the namespace, see {@link MockartyTest#port}.
     *
     * @param value 1 to 65535, {@link MockartyTest#DEDICATED}, or 0 for a path, which is the default
     * @return this builder
     */
    public ExtensionBuilder port(int value) {
        options.port = value;
        return this;
    }

    /**
     * Sets what makes a test fail that would have passed.
     *
     * @param strictness {@code ALL} when not set
     * @return this builder
     */
    public ExtensionBuilder strict(Strictness strictness) {
        options.strict = strictness;
        return this;
    }

    /**
     * Fixes everything random.
     *
     * @param value the seed, the same for each test; drawn for each when not set
     * @return this builder
     */
    public ExtensionBuilder seed(long value) {
        options.seed = value;
        return this;
    }

    /**
     * Stops the clock.
     *
     * @param moment what it shows; it runs when not set
     * @return this builder
     */
    public ExtensionBuilder clock(Instant moment) {
        options.clock = moment;
        return this;
    }

    /**
     * Lets tests ask for a client by its type.
     *
     * @param factory what makes it
     * @return this builder
     */
    public ExtensionBuilder client(ClientFactory<?> factory) {
        options.clients.add(factory);
        return this;
    }

    /**
     * Loads mocks from files for the class, as {@link Mocks} does.
     *
     * @param patterns the patterns
     * @return this builder
     */
    public ExtensionBuilder mocks(String... patterns) {
        options.mocks.addAll(List.of(patterns));
        return this;
    }

    /**
     * Names the mocked API, for test classes that mock several. The name shows in reports and addresses. Parameters and
     * fields are left to the extension without a name.
     *
     * @param api the name
     * @return this builder
     */
    public ExtensionBuilder name(String api) {
        name = api;
        return this;
    }

    /**
     * Builds the extension.
     *
     * @return the extension, for a field with {@code @RegisterExtension}
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when the options do not fit together
     */
    public MockartyExtension build() {
        return new MockartyExtension(new Worlds(options.build(), name), name.isEmpty());
    }
}
