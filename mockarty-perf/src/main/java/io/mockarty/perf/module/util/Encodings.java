package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code encoding.mjs} needs of Java. Public only so that scripts can call it. */
public final class Encodings {

    private final ModuleContext user;

    Encodings(ModuleContext user) {
        this.user = user;
    }

    /**
     * {@return a value in Base64}
     *
     * @param value a string or bytes
     * @param variant {@code std}, {@code rawstd}, {@code url} or {@code rawurl}
     */
    @Export
    public String encode(Value value, String variant) {
        byte[] bytes = user.values().bytes(value);
        if (bytes == null) {
            throw new ScriptException("b64encode: (expected: a string or an ArrayBuffer)");
        }
        Base64.Encoder encoder = switch (variant) {
            case "std" -> Base64.getEncoder();
            case "rawstd" -> Base64.getEncoder().withoutPadding();
            case "url" -> Base64.getUrlEncoder();
            case "rawurl" -> Base64.getUrlEncoder().withoutPadding();
            default -> throw unknown(variant);
        };
        return encoder.encodeToString(bytes);
    }

    private static ScriptException unknown(String variant) {
        return new ScriptException("encoding: \"" + variant + "\" (expected: std, rawstd, url or rawurl)");
    }

    /**
     * {@return the bytes that a Base64 text stands for, as a buffer or as a string}
     *
     * @param text the text
     * @param variant {@code std}, {@code rawstd}, {@code url} or {@code rawurl}
     * @param asText whether the bytes are UTF-8 and wanted as a string
     */
    @Export
    public Object decode(String text, String variant, boolean asText) {
        try {
            byte[] bytes = switch (variant) {
                case "std", "rawstd" -> Base64.getMimeDecoder().decode(text);
                case "url", "rawurl" -> Base64.getUrlDecoder().decode(text);
                default -> throw unknown(variant);
            };
            return asText
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : user.values().arrayBuffer(bytes);
        } catch (IllegalArgumentException e) {
            throw new ScriptException("b64decode: no Base64 (" + e.getMessage() + ")", e);
        }
    }
}
