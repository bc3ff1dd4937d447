package io.mockarty.perf.module.redis;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/redis}: commands to a Redis over connections that all users share. */
public final class RedisModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public RedisModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/redis");
    }

    @Override
    public List<Library> libraries() {
        return List.of(new Library("redis.clients.jedis.RedisClient", "redis.clients:jedis"));
    }

    @Override
    public Object open(ModuleContext user) {
        return new RedisFunctions(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(RedisModule.class, "redis.mjs");
    }
}
