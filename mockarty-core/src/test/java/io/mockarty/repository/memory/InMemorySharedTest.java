package io.mockarty.repository.memory;

import io.mockarty.repository.Repository;
import io.mockarty.repository.kit.RepositoryContractKit;
import java.time.Clock;
import java.util.Optional;

/** The contract with two nodes: two servers of one process that share one repository. */
class InMemorySharedTest extends RepositoryContractKit {

    @Override
    protected Repository open(Clock clock, int logLimit) {
        return InMemoryRepository.create(clock, logLimit);
    }

    @Override
    protected Optional<Repository> openAnother(Repository first) {
        return Optional.of(first);
    }
}
