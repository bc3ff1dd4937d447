package io.mockarty.namespace;

import io.mockarty.mock.Mock;
import io.mockarty.repository.StoredMock;
import io.mockarty.store.Stores;
import java.util.Collection;
import java.util.List;

/** Where the mocks of a namespace are written to before they answer, and its stores and counters kept. Thread-safe. */
interface Truth {

    /** Deletes and saves in one step; the mocks have ids. Returns them as saved, in the same order. */
    List<StoredMock> replace(Collection<String> deletedIds, List<Mock> mocks);

    /** Makes an id that no mock has. */
    String newId();

    /** Returns the number in the last id that was made; 0 when ids have none. */
    long lastId();

    /** Counts for a mock. */
    Usage usageOf(StoredMock mock);

    /** Makes the stores, or finds them. */
    Stores stores();

    /** Returns a revision before which everything is known here; 0 when nobody else writes. */
    long revision();

    /** {@return whether others see what is written here, and write themselves} */
    boolean isShared();
}
