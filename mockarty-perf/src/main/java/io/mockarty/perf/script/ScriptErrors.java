package io.mockarty.perf.script;

import io.mockarty.perf.text.Caret;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/** Words for what goes wrong in JavaScript. */
final class ScriptErrors {

    private static final int MAX_FRAMES = 8;
    private static final int SOURCE_INDENT = 2;

    private ScriptErrors() {}

    /** A syntax error with file, line, column and the line of the source with a mark below it. */
    static String syntax(PolyglotException problem, String text, String file) {
        SourceSection place = problem.getSourceLocation();
        if (place == null) {
            return file + ": " + firstLine(problem);
        }
        List<String> lines = text.lines().toList();
        int line = place.getStartLine();
        String source = line <= lines.size() ? lines.get(line - 1) : "";
        int column = Math.max(1, Math.min(place.getStartColumn(), source.length() + 1));
        return file + ":" + line + ":" + column + ": " + withoutPlace(firstLine(problem))
                + Caret.pointAt(source, column - 1, SOURCE_INDENT);
    }

    private static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    /** GraalJS puts "file:line:column " before the text of a syntax error. */
    private static String withoutPlace(String message) {
        return message.replaceFirst("^(SyntaxError: )?\\S+:\\d+:\\d+ ", "$1");
    }

    /** Throws on what says that the memory is used up: that is no failure of one iteration only. */
    static void passOutOfMemory(PolyglotException problem) {
        if (problem.isResourceExhausted() && !problem.isCancelled()) {
            OutOfMemoryError error = new OutOfMemoryError(problem.getMessage());
            error.initCause(problem);
            throw error;
        }
    }

    /** What was thrown, and where in the script. */
    static String trace(Throwable problem) {
        if (!(problem instanceof PolyglotException thrown)) {
            return problem.toString();
        }
        StringBuilder text = new StringBuilder(message(thrown));
        int frames = 0;
        for (StackFrame frame : thrown.getPolyglotStackTrace()) {
            String place = place(frame);
            if (place != null && frames++ < MAX_FRAMES) {
                text.append("\n    at ").append(place);
            }
        }
        return text.toString();
    }

    /** What was thrown, in one line. */
    static String message(Throwable problem) {
        if (problem instanceof PolyglotException thrown && thrown.isHostException()) {
            Throwable host = thrown.asHostException();
            return host instanceof io.mockarty.perf.module.ScriptException
                    ? "Error: " + host.getMessage()
                    : host.toString();
        }
        return firstLine(problem);
    }

    private static @Nullable String place(StackFrame frame) {
        SourceSection section = frame.isGuestFrame() ? frame.getSourceLocation() : null;
        if (section == null || !section.isAvailable()) {
            return null;
        }
        String file = section.getSource().getName();
        if (file.endsWith(".mjs") || file.equals(ScriptContext.PRELUDE)) {
            return null;
        }
        return frame.getRootName() + " (" + file + ":" + section.getStartLine() + ":" + section.getStartColumn() + ")";
    }
}
