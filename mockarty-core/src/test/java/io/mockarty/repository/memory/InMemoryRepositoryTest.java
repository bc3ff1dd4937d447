package io.mockarty.repository.memory;

import io.mockarty.repository.Repository;
import io.mockarty.repository.kit.RepositoryContractKit;
import java.time.Clock;

class InMemoryRepositoryTest extends RepositoryContractKit {

    @Override
    protected Repository open(Clock clock, int logLimit) {
        return InMemoryRepository.create(clock, logLimit);
    }
}
