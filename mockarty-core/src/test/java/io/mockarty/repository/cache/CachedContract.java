package io.mockarty.repository.cache;

import io.mockarty.repository.Repository;
import io.mockarty.repository.kit.RepositoryContractKit;
import java.time.Clock;
import java.util.Optional;

/** The contract of a repository, kept by one or two nodes with caches before a truth. */
abstract class CachedContract extends RepositoryContractKit {

    abstract CacheOptions options();

    abstract Repository openTruth(Clock clock, int logLimit) throws Exception;

    abstract Repository openTruthAgain(Clock clock, int logLimit) throws Exception;

    @Override
    protected final Repository open(Clock clock, int logLimit) throws Exception {
        return CachedRepository.over(openTruth(clock, logLimit), options());
    }

    @Override
    protected final Optional<Repository> openAnother(Repository first) throws Exception {
        return Optional.of(CachedRepository.over(openTruthAgain(Clock.systemUTC(), LOG_LIMIT), options()));
    }
}
