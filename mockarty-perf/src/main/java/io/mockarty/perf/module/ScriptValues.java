package io.mockarty.perf.module;

import java.util.function.BiConsumer;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Conversions between Java and the JavaScript of one virtual user. Used by the thread of the user only. */
public interface ScriptValues {

    /**
     * {@return a JSON value as native JavaScript: objects, arrays, strings, numbers, booleans, null}. Byte arrays
     * become an {@code ArrayBuffer}; values of JavaScript and proxies stay as they are.
     *
     * @param value {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean}, {@code byte[]} or null,
     *     nested
     */
    Value toScript(@Nullable Object value);

    /**
     * {@return a value of JavaScript as a JSON value: {@code Map}, {@code List}, {@code String}, {@code Long} or
     * {@code Double}, {@code Boolean}, {@code byte[]} for an {@code ArrayBuffer} or a typed array, or null for null and
     * undefined}. Functions are left out.
     *
     * @param value the value
     */
    @Nullable
    Object toJava(@Nullable Value value);

    /**
     * {@return the value that a JSON text stands for}
     *
     * @param text the text
     * @throws ScriptException when it is no JSON
     */
    Value parseJson(String text);

    /**
     * {@return the JSON text of a value, as {@code JSON.stringify} has it}
     *
     * @param value the value
     */
    String stringify(Value value);

    /**
     * {@return the bytes of an {@code ArrayBuffer} or typed array, or of a string in UTF-8; null when it is none of
     * them}
     *
     * @param value the value
     */
    byte @Nullable [] bytes(Value value);

    /**
     * {@return an {@code ArrayBuffer} with a copy of some bytes}
     *
     * @param bytes the bytes
     */
    Value arrayBuffer(byte[] bytes);

    /** {@return {@code undefined}} */
    Value undefined();

    /**
     * {@return a JavaScript {@code Error} to be thrown from a method that a script called}
     *
     * @param type the constructor, such as {@code Error} or {@code TypeError}
     * @param message what is wrong
     */
    RuntimeException error(String type, String message);

    /**
     * {@return a {@code Promise}}
     *
     * @param start gets the functions that resolve and reject it; both must be called on the thread of the user
     */
    Value promise(BiConsumer<Value, Value> start);
}
