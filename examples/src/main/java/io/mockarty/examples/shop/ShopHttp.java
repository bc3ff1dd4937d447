package io.mockarty.examples.shop;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests to one shop, with the headers every request carries, and reads the JSON it answers. */
final class ShopHttp {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String base;
    private final Map<String, String> headers;

    ShopHttp(URI base) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build(),
                base.toString().replaceAll("/+$", ""),
                Map.of());
    }

    private ShopHttp(HttpClient http, String base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    /** Returns a sender to the same shop whose requests carry one more header. */
    ShopHttp with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ShopHttp(http, base, more);
    }

    Answer get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    Answer post(String path, Object json) {
        String body = Json.write(Json.valueOf(json));
        return post(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String contentType, byte[] body) {
        return send("POST", path, contentType, BodyPublishers.ofByteArray(body));
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .method(method, body);
        headers.forEach(request::header);
        if (!method.equals("GET")) {
            request.header("Content-Type", contentType);
        }
        return read(method + " " + path, exchange(request.build()));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            throw interrupted(request.method() + " " + request.uri());
        }
    }

    private static Answer read(String request, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 != 2) {
            throw new ShopException(request + " answered " + status, status, response.body());
        }
        if (parse(response.body()) instanceof Map<?, ?> members) {
            return new Answer(request, status, members);
        }
        throw new ShopException(request + " answered no JSON object", status, response.body());
    }

    private static @Nullable Object parse(String body) {
        try {
            return Json.parse(body);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    /** Waits, and leaves at once when the thread is interrupted. */
    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw interrupted("waiting for the shop");
        }
    }

    /** Makes text safe for one path segment or one query value. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static UncheckedIOException interrupted(String what) {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new InterruptedIOException(what + " was interrupted"));
    }
}
