package io.mockarty.perf.script;

import io.mockarty.json.Json;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptModule;
import io.mockarty.perf.module.ScriptModule.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** Loads modules into one context: built-in ones, files, and the script itself. */
final class Modules {

    private static final String MODULE = "application/javascript+module";
    private static final String GLOBALS = "mockarty/internal/globals";

    private final ScriptContext user;
    private final ScriptEngine engine;
    private final Map<ScriptModule, Value> hosts = new HashMap<>();
    private final Map<String, Value> required = new HashMap<>();

    Modules(ScriptContext user, ScriptEngine engine, ModuleFileSystem fileSystem) {
        this.user = user;
        this.engine = engine;
        fileSystem.exportsFrom(name -> host(name).getMemberKeys());
    }

    void installGlobals() {
        if (engine.catalog().find(GLOBALS) != null) {
            namespace(GLOBALS);
        }
    }

    /** What a module offers to its glue, opened when it is asked for first. */
    Value host(String name) {
        ScriptModule module = engine.catalog().find(name);
        if (module == null) {
            throw new ScriptException(engine.catalog().explain(List.of(name)));
        }
        Value known = hosts.get(module);
        if (known == null) {
            requireLibraries(name, module);
            known = user.values().toScript(module.open(user));
            hosts.put(module, known);
        }
        return known;
    }

    private static void requireLibraries(String name, ScriptModule module) {
        List<String> missing = module.libraries().stream()
                .filter(library -> !isPresent(library))
                .map(Library::coordinates)
                .toList();
        if (!missing.isEmpty()) {
            throw new ScriptException("module " + name + " needs " + String.join(" and ", missing)
                    + " on the class path (expected: added to the dependencies of the build)");
        }
    }

    private static boolean isPresent(Library library) {
        try {
            Class.forName(library.className(), false, Modules.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** The exports of the script by name; for CommonJS those of {@code module.exports}. */
    Map<String, Value> loadMain() {
        ScriptSource source = engine.source();
        return switch (engine.format()) {
            case ES_MODULE -> members(namespace(source.file().toString()));
            case COMMON_JS -> exportsOf(commonJs(source.file(), source.text()));
            case LEGACY -> Map.of("default", legacy(source));
        };
    }

    private Value legacy(ScriptSource source) {
        Value body = user.context().eval(SourceFormats.wrapped(source.text(), source.name()));
        Value require = requireFrom(source.root());
        return user.context().asValue((ProxyExecutable) arguments -> body.execute(newObject(), require, newObject()));
    }

    private static Map<String, Value> exportsOf(Value exports) {
        Map<String, Value> members = members(exports);
        if (exports.canExecute()) {
            members.putIfAbsent("default", exports);
        }
        return members;
    }

    private static Map<String, Value> members(Value namespace) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (String name : namespace.getMemberKeys()) {
            members.put(name, namespace.getMember(name));
        }
        return members;
    }

    private Value newObject() {
        return user.values().toScript(Map.of());
    }

    /** Everything that an ES module exports. */
    private Value namespace(String specifier) {
        String stub = "import * as it from " + Json.write(specifier) + "; export { it };";
        return user.context()
                .eval(Source.newBuilder("js", stub, specifier + ".stub.mjs")
                        .mimeType(MODULE)
                        .buildLiteral())
                .getMember("it");
    }

    /** What {@code require} gives: the default export of an ES module, or what a CommonJS module exports. */
    Value require(String specifier, Path directory) {
        if (engine.catalog().find(specifier) != null) {
            return required.computeIfAbsent(specifier, name -> defaultOf(namespace(name)));
        }
        if (!specifier.startsWith("./") && !specifier.startsWith("../") && !specifier.startsWith("/")) {
            throw new ScriptException(engine.catalog().explain(List.of(specifier)));
        }
        Path file = resolve(specifier, directory);
        Value known = required.get(file.toString());
        if (known == null) {
            known = load(file);
            required.put(file.toString(), known);
        }
        return known;
    }

    private static Value defaultOf(Value namespace) {
        Value byDefault = namespace.getMember("default");
        return byDefault == null || byDefault.isNull() ? namespace : byDefault;
    }

    private Path resolve(String specifier, Path directory) {
        Path exact = directory.resolve(specifier).normalize();
        for (Path candidate :
                List.of(exact, Path.of(exact + ".js"), Path.of(exact + ".json"), exact.resolve("index.js"))) {
            if (read(candidate) != null) {
                return candidate;
            }
        }
        try {
            engine.files().read(exact);
            return exact;
        } catch (IOException e) {
            throw new ScriptException("require: " + e.getMessage(), e);
        }
    }

    private byte @Nullable [] read(Path file) {
        try {
            return engine.files().read(file);
        } catch (IOException e) {
            return null;
        }
    }

    private Value load(Path file) {
        byte[] content = read(file);
        String text = new String(content == null ? new byte[0] : content, StandardCharsets.UTF_8);
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".json")) {
            return user.values().parseJson(text);
        }
        return engine.formatOf(text, name) == SourceFormat.ES_MODULE
                ? defaultOf(namespace(file.toString()))
                : commonJs(file, text);
    }

    private Value commonJs(Path file, String text) {
        Value module = newObject();
        Value exports = newObject();
        module.putMember("exports", exports);
        required.put(file.toString(), exports);
        user.context()
                .eval(SourceFormats.wrapped(text, String.valueOf(file.getFileName())))
                .executeVoid(exports, requireFrom(file.getParent()), module);
        return module.getMember("exports");
    }

    Value requireFrom(@Nullable Path directory) {
        Path base = directory == null ? engine.files().root() : directory;
        return user.context().asValue(user.function(arguments -> {
            if (arguments.length == 0 || !arguments[0].isString()) {
                throw new ScriptException("require: no name (expected: a module such as mockarty/http, or ./file.js)");
            }
            return require(arguments[0].asString(), base);
        }));
    }
}
