package io.mockarty.mock;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields one object of the mock document may have. Fields it does not list are kept as they are. */
final class ObjectType implements FieldType {

    /** A check, or a change of spelling, that concerns more than one field. */
    @FunctionalInterface
    interface Rule {
        void apply(Map<String, @Nullable Object> object, String path, Problems problems);
    }

    private final Map<String, FieldType> types = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final List<Rule> before;
    private final List<Rule> after;

    private ObjectType(List<Rule> before, List<Rule> after) {
        this.before = before;
        this.after = after;
    }

    static ObjectType of(Rule... rules) {
        return new ObjectType(List.of(), List.of(rules));
    }

    /** An object whose old spellings are rewritten before its fields are read. */
    static ObjectType rewritten(Rule rewrite, Rule... rules) {
        return new ObjectType(List.of(rewrite), List.of(rules));
    }

    ObjectType field(String name, FieldType type, String... otherSpellings) {
        types.put(name, type);
        for (String spelling : otherSpellings) {
            aliases.put(spelling, name);
        }
        return this;
    }

    ObjectType fields(FieldType type, String... names) {
        for (String name : names) {
            field(name, type);
        }
        return this;
    }

    Map<String, @Nullable Object> canonical(Map<String, @Nullable Object> object) {
        if (isCanonical(object)) {
            return object;
        }
        Problems problems = new Problems();
        Map<String, @Nullable Object> canonical = readObject(object, "", problems);
        problems.throwIfAny();
        return canonical;
    }

    private boolean isCanonical(@Nullable Object value) {
        return value instanceof Canonical known && known.type == this;
    }

    @Override
    public @Nullable Object read(@Nullable Object value, String path, Problems problems) {
        if (isCanonical(value)) {
            return value;
        }
        if (value instanceof Map<?, ?> object) {
            return readObject(object, path, problems);
        }
        problems.add(path, value, "an object");
        return value;
    }

    Map<String, @Nullable Object> readObject(Map<?, ?> object, String path, Problems problems) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> put(fields, (String) name, value));
        before.forEach(rule -> rule.apply(fields, path, problems));
        fields.replaceAll((name, value) ->
                types.getOrDefault(name, FieldType.ANY).read(value, Problems.join(path, name), problems));
        after.forEach(rule -> rule.apply(fields, path, problems));
        return new Canonical(this, Collections.unmodifiableMap(fields));
    }

    private void put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        String canonical = aliases.getOrDefault(name, name);
        FieldType type = types.getOrDefault(canonical, FieldType.ANY);
        if (type.isLeftOut(value)) {
            return;
        }
        boolean isAlias = !canonical.equals(name);
        Object known = fields.get(canonical);
        Object weaker = isAlias ? value : known;
        Object stronger = isAlias && known != null ? known : value;
        fields.put(canonical, type == FieldType.OBJECT ? merge(weaker, stronger) : stronger);
    }

    /** Clients of the family write some objects twice, in two spellings: what either holds counts. */
    private static @Nullable Object merge(@Nullable Object weaker, @Nullable Object stronger) {
        if (weaker instanceof Map<?, ?> base && stronger instanceof Map<?, ?> top) {
            Map<Object, @Nullable Object> both = new LinkedHashMap<>(base);
            both.putAll(top);
            return both;
        }
        return stronger;
    }

    /** An object that was read by a type, so that reading it again with the same type costs nothing. */
    private static final class Canonical extends AbstractMap<String, @Nullable Object> {

        private final ObjectType type;
        private final Map<String, @Nullable Object> fields;

        Canonical(ObjectType type, Map<String, @Nullable Object> fields) {
            this.type = type;
            this.fields = fields;
        }

        @Override
        public Set<Entry<String, @Nullable Object>> entrySet() {
            return fields.entrySet();
        }

        @Override
        public @Nullable Object get(Object key) {
            return fields.get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return fields.containsKey(key);
        }
    }
}
