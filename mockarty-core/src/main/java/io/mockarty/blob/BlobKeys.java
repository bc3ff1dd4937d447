package io.mockarty.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for keys, the same for all stores; {@link BlobStore} spells them out. */
final class BlobKeys {

    /** How the names of files begin that a store keeps for itself. */
    static final String RESERVED = ".mockarty-";

    private static final int MAX_KEY_BYTES = 1024;
    private static final int MAX_NAME_BYTES = 255;
    private static final int SHOWN = 80;

    private BlobKeys() {}

    /** Throws when a text cannot be a key. */
    static void check(String key) {
        String problem = problemOfText(key);
        if (problem == null) {
            problem = problemOfNames(names(key));
        }
        if (problem != null) {
            throw new IllegalArgumentException("key: " + shown(key) + " " + problem);
        }
    }

    static boolean isValid(String key) {
        return problemOfText(key) == null && problemOfNames(names(key)) == null;
    }

    /** Throws when no key can begin like this, whatever follows. */
    static void checkPrefix(String prefix) {
        String problem = problemOfText(prefix);
        if (problem == null) {
            List<String> names = names(prefix);
            problem = problemOfNames(names.subList(0, names.size() - 1));
        }
        if (problem != null) {
            throw new IllegalArgumentException("prefix: " + shown(prefix) + " " + problem);
        }
    }

    /** Returns the names between the slashes. */
    static List<String> names(String key) {
        return List.of(key.split("/", -1));
    }

    /** Returns the folders of a key, the outermost first, without the slash at the end. */
    static List<String> folders(String key) {
        List<String> folders = new ArrayList<>();
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            folders.add(key.substring(0, slash));
        }
        return folders;
    }

    private static @Nullable String problemOfText(String text) {
        if (text.codePoints().anyMatch(BlobKeys::isForbidden)) {
            return "has a character that keys cannot have (expected: no backslash, control character, half of a"
                    + " surrogate pair, U+FFFE or U+FFFF)";
        }
        int bytes = text.getBytes(UTF_8).length;
        return bytes <= MAX_KEY_BYTES ? null : "has " + bytes + " bytes (expected: at most 1,024 in UTF-8)";
    }

    private static boolean isForbidden(int character) {
        return character == '\\'
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    private static @Nullable String problemOfNames(List<String> names) {
        for (String name : names) {
            if (name.isEmpty()) {
                return "has an empty name (expected: names with one slash between them, as in templates/order.json)";
            }
            if (name.endsWith(".") || name.endsWith(" ")) {
                return "has a name that ends in a dot or a space (expected: another last character)";
            }
            if (name.startsWith(RESERVED)) {
                return "has a name that begins with " + RESERVED + ", which the store keeps for itself"
                        + " (expected: another name)";
            }
            if (name.getBytes(UTF_8).length > MAX_NAME_BYTES) {
                return "has a name that is too long (expected: at most 255 bytes in UTF-8 between two slashes)";
            }
        }
        return null;
    }

    /** Returns a key so that a line of a log can hold it. */
    private static String shown(String key) {
        StringBuilder shown = new StringBuilder("\"");
        key.codePoints().limit(SHOWN).forEach(character -> {
            if (isForbidden(character) && character != '\\') {
                shown.append(String.format("\\u%04x", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.append(key.codePointCount(0, key.length()) > SHOWN ? "...\"" : "\"")
                .toString();
    }
}
