package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Digest access authentication of RFC 7616, with MD5 or SHA-256 and quality of protection "auth" or none. */
final class Digest {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");

    private Digest() {}

    /** The request again, with an answer to the challenge; null when the challenge is none of ours. */
    static @Nullable HttpCall answer(HttpCall call, HttpAnswer refusal, @Nullable String userInfo, Duration left) {
        String challenge = refusal.headers().first("WWW-Authenticate");
        if (challenge == null || userInfo == null || !challenge.regionMatches(true, 0, "Digest ", 0, 7)) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), quoted == null ? matcher.group(3) : quoted);
        }
        HttpHeaders headers = call.headers().copy();
        headers.set("Authorization", credentials(call, parameters, userInfo));
        return new HttpCall(call.method(), call.uri(), headers, call.body(), left);
    }

    private static String credentials(HttpCall call, Map<String, String> challenge, String userInfo) {
        int colon = userInfo.indexOf(':');
        String name = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        String algorithm = challenge.getOrDefault("algorithm", "MD5");
        String realm = challenge.getOrDefault("realm", "");
        String nonce = challenge.getOrDefault("nonce", "");
        String query = call.uri().getRawQuery();
        String uri = call.uri().getRawPath() + (query == null ? "" : "?" + query);
        String once = Long.toHexString(ThreadLocalRandom.current().nextLong());
        String first = hash(algorithm, name + ":" + realm + ":" + password);
        if (algorithm.toLowerCase(Locale.ROOT).endsWith("-sess")) {
            first = hash(algorithm, first + ":" + nonce + ":" + once);
        }
        String second = hash(algorithm, call.method() + ":" + uri);
        boolean qop = challenge.containsKey("qop");
        String response = qop
                ? hash(algorithm, first + ":" + nonce + ":00000001:" + once + ":auth:" + second)
                : hash(algorithm, first + ":" + nonce + ":" + second);
        String opaque = challenge.get("opaque");
        return "Digest username=\"" + name + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", response=\"" + response + "\", algorithm=" + algorithm
                + (qop ? ", qop=auth, nc=00000001, cnonce=\"" + once + "\"" : "")
                + (opaque == null ? "" : ", opaque=\"" + opaque + "\"");
    }

    private static String hash(String algorithm, String text) {
        String name = algorithm.toUpperCase(Locale.ROOT).startsWith("SHA-256") ? "SHA-256" : "MD5";
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(name + " is missing in this JVM", e);
        }
    }
}
