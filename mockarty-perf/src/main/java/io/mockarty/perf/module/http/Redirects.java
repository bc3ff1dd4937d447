package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where answers lead on to, by the rules of RFC 9110, section 15.4, as browsers read them. */
final class Redirects {

    private Redirects() {}

    static @Nullable HttpCall follow(HttpCall call, HttpAnswer answer, Duration left) {
        String location = answer.headers().first("Location");
        boolean asIs = answer.status() == 307 || answer.status() == 308;
        boolean asGet = answer.status() == 301 || answer.status() == 302 || answer.status() == 303;
        if (location == null || !asIs && !asGet) {
            return null;
        }
        URI target;
        try {
            target = call.uri().resolve(URI.create(Urls.escape(location)));
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (target.getHost() == null || !target.getScheme().startsWith("http")) {
            return null;
        }
        HttpHeaders headers = call.headers().copy();
        if (!Objects.equals(target.getHost(), call.uri().getHost())) {
            headers.remove("Authorization");
            headers.remove("Host");
        }
        boolean keepsBody =
                asIs || call.method().equals("HEAD") || call.method().equals("GET");
        if (keepsBody) {
            return new HttpCall(call.method(), target, headers, call.body(), left);
        }
        headers.remove("Content-Type");
        headers.remove("Content-Length");
        headers.remove("Content-Encoding");
        return new HttpCall("GET", target, headers, null, left);
    }
}
