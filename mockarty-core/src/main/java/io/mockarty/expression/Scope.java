package io.mockarty.expression;

import io.mockarty.fake.FakeSource;
import io.mockarty.request.MockRequest;
import io.mockarty.store.Store;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything an expression may look at while one request is answered. Used by one thread at a time. */
public interface Scope {

    /** {@return the request} */
    MockRequest request();

    /** {@return the values of the route parameters by name; the rest behind a trailing {@code *} under {@code *}} */
    Map<String, String> pathParams();

    /** {@return the store of this request, {@code $.mS}} */
    Store mockStore();

    /** {@return the store of the chain, {@code $.cS}; an empty one for a mock without chain} */
    Store chainStore();

    /** {@return the store of the namespace, {@code $.gS}} */
    Store globalStore();

    /**
     * Reads and writes the store of the chain in one step; expressions that are evaluated meanwhile see it as well.
     *
     * @param work gets the store
     */
    void updateChainStore(Consumer<Store> work);

    /**
     * Reads and writes the store of the namespace in one step; expressions that are evaluated meanwhile see it as well.
     *
     * @param work gets the store
     */
    void updateGlobalStore(Consumer<Store> work);

    /** {@return the source of fake data} */
    FakeSource fakes();

    /** {@return the name of the namespace} */
    String namespace();

    /** {@return the payload of the answer as a JSON value, or null before there is one} */
    @Nullable
    Object response();
}
