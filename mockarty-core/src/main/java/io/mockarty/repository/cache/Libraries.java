package io.mockarty.repository.cache;

import io.mockarty.repository.RepositoryException;
import java.util.function.Supplier;

/** The libraries behind the caches; whoever caches adds them. */
enum Libraries {
    CAFFEINE("com.github.ben-manes.caffeine:caffeine"),
    JEDIS("redis.clients:jedis");

    private final String coordinates;

    Libraries(String coordinates) {
        this.coordinates = coordinates;
    }

    /**
     * Makes something that needs the library.
     *
     * @throws RepositoryException naming the library when it is not there
     */
    <T> T use(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (NoClassDefFoundError e) {
            String problem = coordinates + ": missing (expected: on the class path; add this dependency to your build)";
            throw new RepositoryException("cache", problem, e);
        }
    }
}
