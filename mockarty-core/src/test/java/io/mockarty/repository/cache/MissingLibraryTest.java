package io.mockarty.repository.cache;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.Repository;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.memory.InMemoryRepository;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Caches on a class path without their libraries. */
class MissingLibraryTest {

    @Test
    void names_caffeine_when_it_is_missing() {
        assertThatThrownBy(() -> openWithout("com.github.benmanes.", false))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("cache: com.github.ben-manes.caffeine:caffeine: missing (expected: on the class path; add"
                        + " this dependency to your build)");
    }

    @Test
    void names_jedis_when_it_is_missing() {
        assertThatThrownBy(() -> openWithout("redis.clients.", true))
                .hasMessage("cache: redis.clients:jedis: missing (expected: on the class path; add this dependency to"
                        + " your build)");
    }

    @Test
    void needs_no_jedis_without_redis() {
        assertThatCode(() -> openWithout("redis.clients.", false)).doesNotThrowAnyException();
    }

    /** Opens a cache with classes of its own, which do not find a library. */
    private static void openWithout(String library, boolean withRedis) throws Throwable {
        ClassLoader loader = new Without(library);
        Class<?> optionsType = loader.loadClass(CacheOptions.class.getName());
        Object options = optionsType.getMethod("defaults").invoke(null);
        if (withRedis) {
            Class<?> redisType = loader.loadClass(RedisOptions.class.getName());
            Object redis = redisType.getMethod("at", String.class, int.class).invoke(null, "localhost", 1);
            options = optionsType.getMethod("withRedis", redisType).invoke(options, redis);
        }
        try {
            loader.loadClass(CachedRepository.class.getName())
                    .getMethod("over", Repository.class, optionsType)
                    .invoke(null, InMemoryRepository.create(Clock.systemUTC()), options);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Has its own classes of the package under test, and not those of a library. */
    private static final class Without extends ClassLoader {

        private static final String PACKAGE = CachedRepository.class.getPackageName() + '.';

        private final String library;

        Without(String library) {
            super(MissingLibraryTest.class.getClassLoader());
            this.library = library;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(library)) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith(PACKAGE) ? define(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
