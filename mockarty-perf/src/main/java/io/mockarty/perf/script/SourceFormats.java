package io.mockarty.perf.script;

import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;

/** Finds out by parsing how a text is written. Thread-safe. */
final class SourceFormats {

    private static final String MODULE = "application/javascript+module";
    private static final Pattern LEGACY = Pattern.compile("\\b(mk|pm)\\s*\\.");

    private final Engine engine;

    SourceFormats(Engine engine) {
        this.engine = engine;
    }

    /**
     * How a text is written.
     *
     * @throws ScriptLoadException when it is no JavaScript in whatever way
     */
    SourceFormat of(String text, String name) {
        try (Context context = Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(ScriptEngine.ACCESS)
                .build()) {
            PolyglotException asFunction = problem(context, wrapped(text, name));
            if (asFunction == null) {
                boolean legacy =
                        LEGACY.matcher(text).find() && !text.contains("module.exports") && !text.contains("exports.");
                return legacy ? SourceFormat.LEGACY : SourceFormat.COMMON_JS;
            }
            PolyglotException asModule = problem(
                    context,
                    Source.newBuilder("js", text, name).mimeType(MODULE).buildLiteral());
            if (asModule == null) {
                return SourceFormat.ES_MODULE;
            }
            throw new ScriptLoadException(ScriptErrors.syntax(asModule, text, name), asModule);
        }
    }

    /** A text as the body of a function; its lines keep their numbers. */
    static Source wrapped(String text, String name) {
        return Source.newBuilder("js", "(function (exports, require, module) {" + text + "\n})", name)
                .buildLiteral();
    }

    private static @Nullable PolyglotException problem(Context context, Source source) {
        try {
            context.parse(source);
            return null;
        } catch (PolyglotException e) {
            if (e.isSyntaxError()) {
                return e;
            }
            throw e;
        }
    }
}
