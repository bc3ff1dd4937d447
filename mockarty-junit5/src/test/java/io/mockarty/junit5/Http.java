package io.mockarty.junit5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The smallest client that will do. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    static HttpResponse<String> get(Object url) {
        return send(HttpRequest.newBuilder(URI.create(url.toString())));
    }

    static HttpResponse<String> get(Object url, String header, String value) {
        return send(HttpRequest.newBuilder(URI.create(url.toString())).header(header, value));
    }

    static HttpResponse<String> post(Object url) {
        return post(url, "");
    }

    static HttpResponse<String> post(Object url, String json) {
        return send(HttpRequest.newBuilder(URI.create(url.toString()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
