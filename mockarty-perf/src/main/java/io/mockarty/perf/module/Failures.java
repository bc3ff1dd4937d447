package io.mockarty.perf.module;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for what went wrong in a library, for the eyes of who wrote the script. */
public final class Failures {

    private static final int DEPTH = 10;

    /** How the JDK says that nobody it trusts has issued a certificate. */
    private static final Pattern UNTRUSTED =
            Pattern.compile("PKIX path building failed: \\S+: (unable to find valid certification path[a-z ]*)");

    /** How the JDK says that a certificate is for another host. */
    private static final Pattern MISNAMED = Pattern.compile("No (?:subject alternative|name matching).*");

    private Failures() {}

    /**
     * {@return what an exception and its causes say, each once, without secrets}
     *
     * @param problem the exception
     * @param secrets what must not be shown, such as passwords; null and empty ones are skipped
     */
    public static String describe(Throwable problem, @Nullable String... secrets) {
        return describe(problem, Arrays.stream(secrets).toList());
    }

    /**
     * {@return what an exception and its causes say, each once, without secrets}
     *
     * @param problem the exception
     * @param secrets what must not be shown, such as passwords; null and empty ones are skipped
     */
    public static String describe(Throwable problem, Collection<? extends @Nullable String> secrets) {
        Set<String> said = new LinkedHashSet<>();
        Throwable cause = problem;
        for (int i = 0; cause != null && i < DEPTH; i++) {
            String text = words(cause);
            if (said.stream().noneMatch(before -> before.contains(text))) {
                said.add(text);
            }
            cause = cause.getCause();
        }
        return mask(String.join(": ", said), secrets);
    }

    private static String words(Throwable problem) {
        String message = problem.getMessage();
        String type = problem.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return type;
        }
        Throwable cause = problem.getCause();
        String repeated = cause == null ? null : cause.toString();
        return message.equals(repeated) ? type : plain(message.strip());
    }

    private static String plain(String message) {
        String trusted = UNTRUSTED
                .matcher(message)
                .replaceAll("the certificate of the server is not trusted: $1"
                        + " (expected: tls: { ca: open('ca.pem') } with the authority that issued it)");
        return MISNAMED.matcher(trusted).replaceAll("the certificate of the server is for another host: $0");
    }

    /**
     * {@return a text with asterisks for secrets}
     *
     * @param text the text
     * @param secrets what must not be shown; null and empty ones are skipped
     */
    public static String mask(String text, Collection<? extends @Nullable String> secrets) {
        List<String> longestFirst = secrets.stream()
                .<String>mapMulti((secret, next) -> {
                    if (secret != null && !secret.isEmpty()) {
                        next.accept(secret);
                    }
                })
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String masked = text;
        for (String secret : longestFirst) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }
}
