package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptOptions;
import java.time.Duration;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What all calls may say.
 *
 * @param headers headers to send
 * @param timeout how long the call may take
 * @param tags tags of its samples
 */
record CallOptions(Map<String, String> headers, Duration timeout, Map<String, String> tags) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    static CallOptions read(ScriptOptions options) {
        return read(options, TIMEOUT);
    }

    static CallOptions read(ScriptOptions options, Duration timeout) {
        return new CallOptions(
                options.textMap("headers"), options.duration("timeout", timeout), options.textMap("tags"));
    }

    static ScriptOptions of(ModuleContext user, String function, @Nullable Value object) {
        return ScriptOptions.of(function, user.values().toJava(object));
    }
}
