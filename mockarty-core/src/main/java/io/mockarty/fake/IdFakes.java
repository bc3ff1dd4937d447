package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;
import static io.mockarty.fake.NamedFunction.with;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Identifiers, tokens and colours. */
final class IdFakes {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String NANOID = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int ULID_TIME_LENGTH = 10;
    private static final int ULID_RANDOM_LENGTH = 16;
    private static final int MAX_TOKEN_LENGTH = 1000;
    private static final int SIGNATURE_BYTES = 32;
    private static final long JWT_LIFETIME_SECONDS = 3600;
    private static final String JWT_HEADER = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private IdFakes() {}

    static List<FakeFunction> functions() {
        ArgumentRule length = ArgumentRule.optionalCount(1, MAX_TOKEN_LENGTH);
        return List.of(
                plain("UUID", source -> source.uuid().toString()),
                plain("UUIDDigit", source -> source.uuid().toString().replace("-", "")),
                plain("HexColor", source -> "#" + source.hex(6)),
                plain("JWT", IdFakes::jwt),
                plain("ulid", IdFakes::ulid),
                with("nanoid", length, (source, args) -> source.characters(NANOID, args.countOr(21))),
                with("hex_token", length, (source, args) -> source.hex(args.countOr(32))));
    }

    /** A token of the right form whose signature fits no key. */
    private static String jwt(FakeSource source) {
        long issued = source.now().getEpochSecond();
        String payload = "{\"sub\":\"" + source.uuid() + "\",\"iat\":" + issued + ",\"exp\":"
                + (issued + JWT_LIFETIME_SECONDS) + "}";
        return JWT_HEADER + "." + base64(payload) + "." + base64(source.bytes(SIGNATURE_BYTES));
    }

    /** 48 bits of the clock's milliseconds, then 80 random bits. */
    private static String ulid(FakeSource source) {
        long millis = source.now().toEpochMilli();
        StringBuilder text = new StringBuilder(ULID_TIME_LENGTH + ULID_RANDOM_LENGTH);
        for (int shift = (ULID_TIME_LENGTH - 1) * 5; shift >= 0; shift -= 5) {
            text.append(CROCKFORD.charAt((int) ((millis & 0xFFFF_FFFF_FFFFL) >>> shift & 31)));
        }
        return text.append(source.characters(CROCKFORD, ULID_RANDOM_LENGTH)).toString();
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
