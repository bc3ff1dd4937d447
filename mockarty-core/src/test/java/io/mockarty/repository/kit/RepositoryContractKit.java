package io.mockarty.repository.kit;

import io.mockarty.repository.Repository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * All contracts of a {@link Repository} at once. A test class that extends it runs them all:
 *
 * <pre>{@code
 * class MyRepositoryTest extends RepositoryContractKit {
 *
 *     @Override
 *     protected Repository open(Clock clock, int logLimit) {
 *         return MyRepository.create(clock, logLimit);
 *     }
 * }
 * }</pre>
 *
 * <p>Each test gets a repository of its own and has it closed. Where nodes can share a place, override
 * {@link #openAnother} too: the tests then write and read through both, and let both work at the same time.
 */
public abstract class RepositoryContractKit
        implements DocumentContract,
                MockContract,
                MockLifecycleContract,
                VersionContract,
                QueryContract,
                LabelContract,
                FolderContract,
                StoreContract,
                StoreValueContract,
                CounterContract,
                RequestLogContract,
                UndefinedRequestContract,
                NamespaceContract,
                ChangeFeedContract,
                WriteEventContract,
                ConcurrencyContract {

    private final List<Repository> nodes = new ArrayList<>();

    /** Creates the kit; JUnit makes one for each test. */
    protected RepositoryContractKit() {}

    /**
     * Opens an empty repository, on a place that no other test uses.
     *
     * @param clock tells when something was written
     * @param logLimit how many requests are kept for each mock
     * @return the repository, closed by the kit
     * @throws Exception when it cannot be opened, which fails the test
     */
    protected abstract Repository open(Clock clock, int logLimit) throws Exception;

    /**
     * Opens a second node on the place of the first, as another process would.
     *
     * @param first what {@link #open} returned
     * @return the node, closed by the kit; empty when nodes cannot share the place
     * @throws Exception when it cannot be opened, which fails the test
     */
    protected Optional<Repository> openAnother(Repository first) throws Exception {
        return Optional.empty();
    }

    @BeforeEach
    final void open_the_nodes() throws Exception {
        Repository first = open(Clock.systemUTC(), LOG_LIMIT);
        nodes.add(first);
        openAnother(first).ifPresent(nodes::add);
    }

    @AfterEach
    final void close_the_nodes() {
        if (!nodes.isEmpty()) {
            try {
                nodes.remove(nodes.size() - 1).close();
            } finally {
                close_the_nodes();
            }
        }
    }

    @Override
    public final List<Repository> nodes() {
        return List.copyOf(nodes);
    }
}
