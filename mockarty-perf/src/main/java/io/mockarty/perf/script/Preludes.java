package io.mockarty.perf.script;

import io.mockarty.perf.module.ModuleSources;
import org.graalvm.polyglot.Source;

/** JavaScript that comes with the engine. */
final class Preludes {

    private Preludes() {}

    static Source of(String name) {
        return Source.newBuilder("js", ModuleSources.read(Preludes.class, name), name)
                .buildLiteral();
    }
}
