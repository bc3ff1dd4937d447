package io.mockarty.perf.script;

import java.io.OutputStream;
import org.graalvm.polyglot.Engine;

/** How GraalJS is started here. */
final class JavaScript {

    private JavaScript() {}

    static Engine newEngine() {
        // On JDK 17 the library cannot attach to its own JVM and warns about it; the interpreter needs no attaching.
        return Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }

    static String describe(Engine engine) {
        boolean interpreter = engine.getImplementationName().equals("Interpreted");
        return "GraalJS " + engine.getVersion() + ", " + (interpreter ? "interpreter" : "compiler");
    }
}
