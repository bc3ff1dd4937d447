package io.mockarty.perf.script;

import io.mockarty.json.Json;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptValues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** The conversions of one context, done by JavaScript of the prelude where that is quicker or the only way. */
final class JsValues implements ScriptValues {

    private final Context context;
    private final Value parse;
    private final Value stringify;
    private final Value newObject;
    private final Value newArray;
    private final Value bytes;
    private final Value buffer;
    private final Value raise;
    private final Value promise;
    private final Value date;
    private final Value undefined;

    JsValues(Context context, Value prelude) {
        this.context = context;
        parse = prelude.getMember("parse");
        stringify = prelude.getMember("stringify");
        newObject = prelude.getMember("object");
        newArray = prelude.getMember("array");
        bytes = prelude.getMember("bytes");
        buffer = prelude.getMember("buffer");
        raise = prelude.getMember("raise");
        promise = prelude.getMember("promise");
        date = prelude.getMember("date");
        undefined = prelude.getMember("nothing").execute();
    }

    @Override
    public Value toScript(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return isJson(map) ? parse.execute(Json.write(map)) : object(map);
        }
        if (value instanceof List<?> list) {
            return isJson(list) ? parse.execute(Json.write(list)) : array(list);
        }
        if (value instanceof byte[] content) {
            return arrayBuffer(content);
        }
        if (value instanceof Number number) {
            return context.asValue(number instanceof Long || number instanceof Integer ? number : number.doubleValue());
        }
        return context.asValue(value);
    }

    private static boolean isJson(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(JsValues::isJson);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(JsValues::isJson);
        }
        return value == null || value instanceof String || value instanceof Boolean || isFinite(value);
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private Value object(Map<?, ?> map) {
        Value object = newObject.execute();
        map.forEach((name, value) -> object.putMember(String.valueOf(name), nested(value)));
        return object;
    }

    private Value array(List<?> list) {
        Value array = newArray.execute();
        for (int i = 0; i < list.size(); i++) {
            array.setArrayElement(i, nested(list.get(i)));
        }
        return array;
    }

    private @Nullable Object nested(@Nullable Object value) {
        return value instanceof Value || value instanceof Proxy ? value : toScript(value);
    }

    @Override
    public @Nullable Object toJava(@Nullable Value value) {
        if (value == null || value.isNull() || value.canExecute() && !value.hasArrayElements()) {
            return null;
        }
        if (value.isString()) {
            return value.asString();
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isNumber()) {
            return value.fitsInLong() ? (Object) value.asLong() : (Object) value.asDouble();
        }
        byte[] content = binary(value);
        if (content != null) {
            return content;
        }
        return value.hasArrayElements() ? list(value) : members(value);
    }

    private List<@Nullable Object> list(Value value) {
        List<@Nullable Object> list = new ArrayList<>();
        for (long i = 0; i < value.getArraySize(); i++) {
            list.add(toJava(value.getArrayElement(i)));
        }
        return list;
    }

    private Object members(Value value) {
        if (value.isInstant()) {
            return date.execute(value).asString();
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name : value.getMemberKeys()) {
            Value member = value.getMember(name);
            if (member != null && !member.canExecute()) {
                map.put(name, toJava(member));
            }
        }
        return map;
    }

    @Override
    public Value parseJson(String text) {
        try {
            return parse.execute(text);
        } catch (PolyglotException e) {
            throw new ScriptException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String stringify(Value value) {
        Value text = stringify.execute(value);
        return text.isString() ? text.asString() : "undefined";
    }

    @Override
    public byte @Nullable [] bytes(Value value) {
        return value.isString() ? value.asString().getBytes(StandardCharsets.UTF_8) : binary(value);
    }

    private byte @Nullable [] binary(Value value) {
        if (value.isNull() || !value.hasBufferElements() && !value.hasArrayElements()) {
            return null;
        }
        Value content = value.hasBufferElements() ? value : buffer.execute(value);
        if (content.isNull()) {
            return null;
        }
        byte[] copy = new byte[(int) content.getBufferSize()];
        content.readBuffer(0, copy, 0, copy.length);
        return copy;
    }

    @Override
    public Value arrayBuffer(byte[] content) {
        return bytes.execute(ByteBuffer.wrap(content), content.length);
    }

    @Override
    public Value undefined() {
        return undefined;
    }

    @Override
    public RuntimeException error(String type, String message) {
        try {
            raise.executeVoid(type, message);
        } catch (PolyglotException e) {
            return e;
        }
        return new ScriptException(message);
    }

    @Override
    public Value promise(BiConsumer<Value, Value> start) {
        ProxyExecutable executor = arguments -> {
            start.accept(arguments[0], arguments[1]);
            return null;
        };
        return promise.execute(executor);
    }
}
