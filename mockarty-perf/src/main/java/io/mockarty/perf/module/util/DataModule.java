package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** The modules {@code k6/data} and {@code mockarty/data}: arrays that all users share. */
public final class DataModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public DataModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/data", "mockarty/data");
    }

    @Override
    public Object open(ModuleContext user) {
        return Map.of(
                "share", (ProxyExecutable) arguments -> share(user, arguments[0].asString(), arguments[1]),
                "loading", (ProxyExecutable) arguments -> user.initializing());
    }

    private static SharedItems share(ModuleContext user, String name, Value factory) {
        return user.shared("k6/data " + name, () -> SharedItems.of(factory.execute()));
    }

    @Override
    public String source(String name) {
        // k6 wants such arrays made while the script is loaded; the product allows it whenever one is asked for.
        return "const strict = " + name.startsWith("k6/") + ";\n" + ModuleSources.read(DataModule.class, "data.mjs");
    }

    /** The elements of one array as JSON, of which each user reads what it needs. Public only so that scripts can. */
    public static final class SharedItems implements ModuleContext.Lasting {

        private final List<String> items;

        private SharedItems(List<String> items) {
            this.items = items;
        }

        static SharedItems of(Value array) {
            if (!array.hasArrayElements()) {
                throw new ScriptException("SharedArray: " + array + " (expected: an array)");
            }
            String[] items = new String[(int) array.getArraySize()];
            for (int i = 0; i < items.length; i++) {
                items[i] = array.getArrayElement(i).asString();
            }
            return new SharedItems(List.of(items));
        }

        /** {@return how many elements there are} */
        @org.graalvm.polyglot.HostAccess.Export
        public int size() {
            return items.size();
        }

        /**
         * {@return the JSON text of an element}
         *
         * @param index its index, at least 0 and below {@link #size}
         */
        @org.graalvm.polyglot.HostAccess.Export
        public String item(int index) {
            return items.get(index);
        }
    }
}
