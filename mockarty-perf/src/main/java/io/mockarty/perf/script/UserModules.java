package io.mockarty.perf.script;

import io.mockarty.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of a script as ES modules, whatever they are: an ES module stays as it is, CommonJS and JSON become one
 * with a default export. Thread-safe.
 */
final class UserModules {

    private static final Pattern ASKS_FOR_JSON = Pattern.compile("\\btype\\s*:\\s*['\"]json['\"]");

    private final ScriptFiles files;
    private final SourceFormats formats;
    private final Map<Path, byte[]> modules = new ConcurrentHashMap<>();
    private volatile boolean rawJson;

    UserModules(ScriptFiles files, SourceFormats formats) {
        this.files = files;
        this.formats = formats;
    }

    Path root() {
        return files.root();
    }

    /** Whether a file is not the JavaScript that its name promises. */
    boolean isTranslated(Path file) {
        return !rawJson && file.toString().endsWith(".json");
    }

    byte[] module(Path file) throws IOException {
        byte[] before = modules.get(file);
        if (before == null) {
            before = translate(file, new String(files.read(file), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            modules.put(file, before);
        }
        return before;
    }

    private String translate(Path file, String text) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".json")) {
            // An import that says "with { type: 'json' }" wants the plain text; who leaves that out gets a module.
            return rawJson ? text : "export default JSON.parse(" + Json.write(text) + ");";
        }
        if (name.endsWith(".ts")) {
            throw new IOException(name + " (expected: JavaScript; strip the types of TypeScript before)");
        }
        rawJson |= ASKS_FOR_JSON.matcher(text).find();
        if (formats.of(text, name) == SourceFormat.COMMON_JS && text.contains("exports")) {
            return "const module = { exports: {} }; (function (exports, require, module) {" + text
                    + "\n})(module.exports, __requireFrom(" + Json.write(String.valueOf(file.getParent()))
                    + "), module); export default module.exports;";
        }
        return text;
    }
}
