/** The module {@code mockarty/redis}. Start with {@link io.mockarty.perf.module.redis.RedisModule}. */
@NullMarked
package io.mockarty.perf.module.redis;

import org.jspecify.annotations.NullMarked;
