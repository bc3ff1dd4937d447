package io.mockarty.perf.script;

import io.mockarty.perf.module.ScriptModule;
import io.mockarty.perf.text.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All modules that scripts can import. */
final class ModuleCatalog {

    private final Map<String, ScriptModule> byName = new TreeMap<>();

    /** Finds the modules that the class path offers. */
    static ModuleCatalog discover() {
        ModuleCatalog catalog = new ModuleCatalog();
        try {
            ServiceLoader.load(ScriptModule.class, ModuleCatalog.class.getClassLoader())
                    .forEach(catalog::add);
        } catch (ServiceConfigurationError e) {
            throw new ScriptLoadException("modules: " + e.getMessage(), e);
        }
        return catalog;
    }

    void add(ScriptModule module) {
        module.names().forEach(name -> byName.put(name, module));
    }

    @Nullable
    ScriptModule find(String name) {
        return byName.get(name);
    }

    /** The names that people may use. */
    List<String> names() {
        return byName.keySet().stream()
                .filter(name -> !name.startsWith("mockarty/internal/"))
                .toList();
    }

    /** Says what is wrong with names that are no modules, all in one message. */
    String explain(Collection<String> unknown) {
        List<String> lines = new ArrayList<>();
        for (String name : unknown) {
            lines.add("  " + name + " (" + hint(name) + ")");
        }
        return "unknown " + (lines.size() == 1 ? "module" : "modules") + ":\n" + String.join("\n", lines)
                + "\nknown are: " + String.join(", ", names());
    }

    private String hint(String name) {
        if (name.startsWith("k6/browser") || name.equals("k6/experimental/browser")) {
            return "browsers are not driven here; k6/http and k6/html load and read pages";
        }
        if (name.startsWith("k6/x/")) {
            return "extensions of k6 are written in Go; implement io.mockarty.perf.module.ScriptModule for one of your own";
        }
        if (name.startsWith("https://") || name.startsWith("http://")) {
            return "modules are not fetched from the network; save it beside the script and import './"
                    + name.substring(name.lastIndexOf('/') + 1) + "'";
        }
        return Suggestions.nearest(name, names())
                .map(near -> "did you mean " + near + "?")
                .orElse("paths of files begin with ./ or ../");
    }
}
