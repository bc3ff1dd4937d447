package io.mockarty.perf.har;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for variables, and what names of fields say about their values. */
final class Names {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)(?:.*(?:token|csrf|xsrf|nonce|uuid|guid|session|ticket|signature|cursor|etag|viewstate).*|(?:.*[-_.])?"
                    + "(?:ids?|keys?|code|state|hash|ref|no|number|slug))");
    private static final Pattern CAMEL_TOKEN =
            Pattern.compile(".*[a-z0-9](?:Ids?|IDs?|Keys?|Code|State|Hash|Ref|No|Number|Slug)");
    private static final Pattern SECRET = Pattern.compile("(?i).*(?:passw(?:or)?d|passphrase|passcode|\\bpwd\\b|secret"
            + "|api[-_]?key|access[-_]?key|private[-_]?key|credential|authorization|token|csrf|xsrf|signature).*"
            + "|pass|pwd|pin|otp|cvv|cvc|jwt|auth|x-auth.*|sessionid|session_id|sid|card[-_]?number|ssn|iban");
    private static final Set<String> RESERVED = Set.of(
            "arguments",
            "await",
            "break",
            "case",
            "catch",
            "check",
            "class",
            "const",
            "continue",
            "data",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "eval",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "group",
            "http",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "jar",
            "let",
            "new",
            "null",
            "options",
            "package",
            "private",
            "protected",
            "public",
            "res",
            "return",
            "sleep",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "with",
            "yield");

    private final Set<String> taken = new HashSet<>(RESERVED);

    /** A name that was not given before: the one that is wanted, or with a number behind it. */
    String unique(String wanted, String separator) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + separator + i;
        }
        return name;
    }

    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** Whether a value of this name is likely made by the server to be sent back. */
    static boolean isToken(String name) {
        return TOKEN.matcher(name).matches() || CAMEL_TOKEN.matcher(name).matches();
    }

    /** Whether a value of this name should not stand in a file that people share. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** {@code access_token} becomes {@code accessToken}. */
    static String camel(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : words(text)) {
            out.append(
                    out.isEmpty()
                            ? word.toLowerCase(Locale.ROOT)
                            : word.substring(0, 1).toUpperCase(Locale.ROOT)
                                    + word.substring(1).toLowerCase(Locale.ROOT));
        }
        return started(out.toString(), "value");
    }

    /** {@code accessToken} becomes {@code ACCESS_TOKEN}. */
    static String constant(String text) {
        return started(String.join("_", words(text)).toUpperCase(Locale.ROOT), "VALUE");
    }

    private static String[] words(String text) {
        String spaced = text.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[^A-Za-z0-9]+", " ");
        return spaced.isBlank() ? new String[0] : spaced.strip().split(" ");
    }

    private static String started(String name, String fallback) {
        if (name.isEmpty()) {
            return fallback;
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
