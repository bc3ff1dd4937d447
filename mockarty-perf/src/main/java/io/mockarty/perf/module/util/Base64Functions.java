package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ScriptValues;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code encoding.mjs} and {@code text.mjs} need of Java. Public only so that scripts can call it. */
public final class Base64Functions {

    private static final String VARIANTS = "std, rawstd, url or rawurl";

    private final ScriptValues values;

    Base64Functions(ScriptValues values) {
        this.values = values;
    }

    /**
     * {@return bytes as Base64}
     *
     * @param data bytes, or a string that is taken as UTF-8
     * @param variant {@code std}, {@code rawstd}, {@code url} or {@code rawurl}
     */
    @Export
    public String encode(Value data, String variant) {
        byte[] bytes = values.bytes(data);
        if (bytes == null) {
            throw values.error("TypeError", "b64encode: " + data + " (expected: a string, ArrayBuffer or typed array)");
        }
        Base64.Encoder encoder = switch (variant) {
            case "std" -> Base64.getEncoder();
            case "rawstd" -> Base64.getEncoder().withoutPadding();
            case "url" -> Base64.getUrlEncoder();
            case "rawurl" -> Base64.getUrlEncoder().withoutPadding();
            default -> throw unknown("b64encode", variant);
        };
        return encoder.encodeToString(bytes);
    }

    private RuntimeException unknown(String function, String variant) {
        return values.error("Error", function + ": encoding: \"" + variant + "\" (expected: " + VARIANTS + ")");
    }

    /**
     * {@return the bytes that Base64 stands for; line breaks in it are left out}
     *
     * @param text the Base64
     * @param variant {@code std}, {@code rawstd}, {@code url} or {@code rawurl}
     * @param asText whether to give a string, from UTF-8, rather than an {@code ArrayBuffer}
     */
    @Export
    public Object decode(String text, String variant, boolean asText) {
        String oneLine = text.replace("\r", "").replace("\n", "");
        Base64.Decoder decoder = switch (variant) {
            case "std", "rawstd" -> Base64.getDecoder();
            case "url", "rawurl" -> Base64.getUrlDecoder();
            default -> throw unknown("b64decode", variant);
        };
        boolean padded = !variant.startsWith("raw");
        if (padded ? oneLine.length() % 4 != 0 : oneLine.endsWith("=")) {
            throw malformed(text, variant, padded ? "padding with =" : "no padding with =");
        }
        try {
            byte[] bytes = decoder.decode(oneLine);
            return asText ? new String(bytes, StandardCharsets.UTF_8) : values.arrayBuffer(bytes);
        } catch (IllegalArgumentException e) {
            throw malformed(text, variant, "letters of Base64");
        }
    }

    private RuntimeException malformed(String text, String variant, String expected) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return values.error("Error", "b64decode: \"" + shown + "\" as " + variant + " (expected: " + expected + ")");
    }
}
