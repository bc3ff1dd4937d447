package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code data.mjs} needs of Java. Public only so that scripts can call it. */
public final class SharedArrays {

    private final ModuleContext user;

    SharedArrays(ModuleContext user) {
        this.user = user;
    }

    /** The texts of the elements, one array for all users. */
    private record Elements(List<String> texts) {}

    private record Key(String name) {}

    /**
     * {@return an array that all users share}
     *
     * @param name its name
     * @param create makes it; called once for all users
     */
    @Export
    public SharedArray open(String name, Value create) {
        if (!user.initializing()) {
            throw new ScriptException("SharedArray: \"" + name
                    + "\" (expected: made while the script is loaded, outside of the functions that iterations run)");
        }
        Elements elements = user.shared(new Key(name), () -> read(name, create));
        return new SharedArray(user, elements.texts());
    }

    private Elements read(String name, Value create) {
        Value array = create.execute();
        if (!array.hasArrayElements()) {
            throw new ScriptException("SharedArray: \"" + name + "\" (expected: a function that returns an array)");
        }
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            texts.add(user.values().stringify(array.getArrayElement(i)));
        }
        return new Elements(List.copyOf(texts));
    }

    /** An array that all users share. Public only so that scripts can call it. */
    public static final class SharedArray {

        private final ModuleContext user;
        private final List<String> texts;

        private SharedArray(ModuleContext user, List<String> texts) {
            this.user = user;
            this.texts = texts;
        }

        /** {@return how many elements there are} */
        @Export
        public int length() {
            return texts.size();
        }

        /**
         * {@return a copy of an element, or undefined when there is none}
         *
         * @param index from 0
         */
        @Export
        public Value get(int index) {
            return index < 0 || index >= texts.size()
                    ? user.values().undefined()
                    : user.values().parseJson(texts.get(index));
        }
    }
}
