package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptValues;
import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code text.mjs} and {@code url.mjs} need of Java. Public only so that scripts can call it. */
public final class TextFunctions {

    private final ScriptValues values;

    TextFunctions(ScriptValues values) {
        this.values = values;
    }

    /**
     * {@return a string in UTF-8, as an {@code ArrayBuffer}}
     *
     * @param text the string, without halves of surrogate pairs
     */
    @Export
    public Value encode(String text) {
        return values.arrayBuffer(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return what decodes texts of an encoding}
     *
     * @param label such as {@code utf-8}
     * @param fatal whether malformed bytes are refused rather than replaced
     * @param keepMark whether a byte order mark is part of the text
     */
    @Export
    public Decoder decoder(String label, boolean fatal, boolean keepMark) {
        try {
            return new Decoder(values, charset(label.strip().toLowerCase(Locale.ROOT)), fatal, keepMark);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw values.error(
                    "RangeError", "TextDecoder: \"" + label + "\" (expected: an encoding such as utf-8 or utf-16le)");
        }
    }

    /** The standard of the web takes several names for what Windows-1252 covers. */
    private static Charset charset(String label) {
        return switch (label) {
            case "utf8", "unicode-1-1-utf-8" -> StandardCharsets.UTF_8;
            case "utf-16" -> StandardCharsets.UTF_16LE;
            case "ascii", "us-ascii", "latin1", "iso-8859-1" -> Charset.forName("windows-1252");
            default -> Charset.forName(label);
        };
    }

    /**
     * {@return the name of a host in the letters of ASCII, or null when it cannot be one}
     *
     * @param host the name
     */
    @Export
    public @org.jspecify.annotations.Nullable String asciiHost(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Decodes a text in parts. Public only so that scripts can call it. */
    public static final class Decoder {

        private static final char MARK = '\uFEFF';

        private final ScriptValues values;
        private final Charset charset;
        private final CharsetDecoder decoder;
        private final boolean keepMark;
        private byte[] left = new byte[0];
        private boolean begun;

        Decoder(ScriptValues values, Charset charset, boolean fatal, boolean keepMark) {
            this.values = values;
            this.charset = charset;
            this.keepMark = keepMark;
            CodingErrorAction action = fatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
            decoder = charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
        }

        /** {@return the name of the encoding} */
        @Export
        public String encoding() {
            return charset.name().toLowerCase(Locale.ROOT);
        }

        /**
         * {@return the text of some bytes}
         *
         * @param data an {@code ArrayBuffer} or a typed array
         * @param more whether more bytes follow
         */
        @Export
        public String decode(Value data, boolean more) {
            byte[] bytes = values.bytes(data);
            if (bytes == null) {
                throw values.error(
                        "TypeError", "TextDecoder: " + data + " (expected: an ArrayBuffer or a typed array)");
            }
            ByteBuffer input = ByteBuffer.allocate(left.length + bytes.length);
            input.put(left).put(bytes).flip();
            CharBuffer output = CharBuffer.allocate((int) (input.remaining() * (double) decoder.maxCharsPerByte()) + 2);
            try {
                check(decoder.decode(input, output, !more));
                if (!more) {
                    check(decoder.flush(output));
                    decoder.reset();
                }
            } catch (CharacterCodingException e) {
                decoder.reset();
                left = new byte[0];
                begun = false;
                throw values.error("TypeError", "TextDecoder: the bytes are not valid " + encoding());
            }
            left = new byte[input.remaining()];
            input.get(left);
            return withoutMark(output.flip().toString(), more);
        }

        private static void check(CoderResult result) throws CharacterCodingException {
            if (result.isError()) {
                result.throwException();
            }
            if (result.isOverflow()) {
                throw new ScriptException("TextDecoder: the text does not fit");
            }
        }

        private String withoutMark(String text, boolean more) {
            boolean first = !begun;
            begun = more && (begun || !text.isEmpty());
            return first && !keepMark && !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        }
    }
}
