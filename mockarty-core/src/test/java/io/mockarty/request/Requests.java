package io.mockarty.request;

import java.nio.charset.StandardCharsets;

/** Requests as tests need them. */
public final class Requests {

    private Requests() {}

    public static MockRequest get(String target, String... headers) {
        return MockRequest.of("GET", target, Headers.of(headers));
    }

    public static MockRequest of(String method, String target) {
        return MockRequest.of(method, target, Headers.empty());
    }

    public static MockRequest json(String target, String body) {
        return post(target, "application/json", body);
    }

    public static MockRequest post(String target, String contentType, String body) {
        return MockRequest.of(
                "POST", target, Headers.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }
}
