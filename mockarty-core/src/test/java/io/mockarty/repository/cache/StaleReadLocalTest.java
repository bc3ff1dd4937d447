package io.mockarty.repository.cache;

/** Slow readers before the memory of a node. */
class StaleReadLocalTest extends StaleReadContract {

    @Override
    CacheOptions options() {
        return CacheOptions.defaults();
    }
}
