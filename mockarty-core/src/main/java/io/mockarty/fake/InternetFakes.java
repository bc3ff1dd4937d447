package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;
import static io.mockarty.fake.NamedFunction.with;

import java.util.List;
import java.util.Locale;

/** Mail addresses, accounts and the web. Every host is under a domain that RFC 2606 reserves for examples. */
final class InternetFakes {

    private static final List<String> RESERVED_DOMAINS = List.of("example.com", "example.net", "example.org");
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String SYMBOLS = "!#%*+-=?@^_"; // none that JSON, XML, a shell or a template would trip over
    private static final int MIN_PASSWORD = 4;
    private static final int MAX_PASSWORD = 1000;
    private static final int USUAL_PASSWORD = 16;
    private static final List<String> PLATFORMS =
            List.of("Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64");

    private InternetFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("Email", InternetFakes::email),
                plain("Username", InternetFakes::username),
                with(
                        "Password",
                        ArgumentRule.optionalCount(MIN_PASSWORD, MAX_PASSWORD),
                        (source, args) -> password(source, args.countOr(USUAL_PASSWORD))),
                plain("URL", source -> "https://www." + domain(source) + "/" + source.pick(Words.Lorem.WORDS)),
                plain("DomainName", InternetFakes::domain),
                plain("UserAgent", InternetFakes::userAgent));
    }

    private static String email(FakeSource source) {
        return letters(PersonFakes.firstName(source)) + "." + letters(PersonFakes.lastName(source))
                + source.between(1, 9999) + "@" + source.pick(RESERVED_DOMAINS);
    }

    private static String username(FakeSource source) {
        return letters(PersonFakes.firstName(source)) + "_" + letters(PersonFakes.lastName(source))
                + source.between(1, 9999);
    }

    private static String domain(FakeSource source) {
        return letters(PersonFakes.lastName(source)) + "." + source.pick(RESERVED_DOMAINS);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** At least one letter of each case, one digit and one symbol, at random places. */
    private static String password(FakeSource source, int length) {
        StringBuilder text = new StringBuilder(length)
                .append(source.characters(LOWER, 1))
                .append(source.characters(UPPER, 1))
                .append(source.characters(DIGITS, 1))
                .append(source.characters(SYMBOLS, 1))
                .append(source.characters(LOWER + UPPER + DIGITS + SYMBOLS, length - MIN_PASSWORD));
        for (int i = length - 1; i > 0; i--) {
            int other = source.random().nextInt(i + 1);
            char moved = text.charAt(i);
            text.setCharAt(i, text.charAt(other));
            text.setCharAt(other, moved);
        }
        return text.toString();
    }

    private static String userAgent(FakeSource source) {
        String platform = source.pick(PLATFORMS);
        long version = source.between(110, 145);
        if (source.oneIn(3)) {
            return "Mozilla/5.0 (" + platform + "; rv:" + version + ".0) Gecko/20100101 Firefox/" + version + ".0";
        }
        return "Mozilla/5.0 (" + platform + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                + ".0.0.0 Safari/537.36";
    }
}
