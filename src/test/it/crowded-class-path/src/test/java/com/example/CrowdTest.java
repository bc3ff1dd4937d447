package com.example;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.resolver.MockartyServer;
import io.undertow.Undertow;
import io.undertow.Version;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An application with Jackson 2, a Jetty and an Undertow of its own, whose dependencies are mocked. */
@MockartyTest
class CrowdTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void an_undertow_passes_on_what_a_mock_answers(MockartyServer mocks, @MockartyUrl String url) throws Exception {
        mocks.stub(get("/price").respond(ok().json(Map.of("cents", 250))));
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange ->
                        exchange.dispatch(() -> exchange.getResponseSender().send(body(url + "/price"))))
                .build();
        server.start();
        try {
            int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
            assertThat(json.readTree(body("http://127.0.0.1:" + port + "/")))
                    .isEqualTo(json.readTree("{\"cents\":250}"));
        } finally {
            server.stop();
        }
        assertThat(mocks).received(get("/price")).once();
    }

    @Test
    void a_jetty_passes_on_what_a_mock_answers(MockartyServer mocks, @MockartyUrl String url) throws Exception {
        mocks.stub(get("/price").respond(ok().json(Map.of("cents", 300))));
        Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Sink.write(response, true, body(url + "/price"), callback);
                return true;
            }
        });
        server.start();
        try {
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            assertThat(json.readTree(body("http://127.0.0.1:" + port + "/")))
                    .isEqualTo(json.readTree("{\"cents\":300}"));
        } finally {
            server.stop();
        }
        assertThat(mocks).received(get("/price")).once();
    }

    @Test
    void jackson_2_writes_what_a_mock_reads(MockartyServer mocks, @MockartyUrl String url) throws Exception {
        mocks.stub(post("/orders").respond(ok().json(Map.of("id", "$.req.id"))));
        byte[] order = json.writeValueAsBytes(Map.of("id", 7));

        String answer = client.send(
                        HttpRequest.newBuilder(URI.create(url + "/orders"))
                                .POST(BodyPublishers.ofByteArray(order))
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();

        JsonNode read = json.readTree(answer);
        assertThat(read.path("id").asInt()).isEqualTo(7);
    }

    @Test
    void the_application_logs_to_the_backend_it_brought() {
        LoggerFactory.getLogger(CrowdTest.class).info("logged by what the application brought");
        System.out.println("Running with Undertow " + Version.getVersionString());
    }

    private String body(String url) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
