package io.mockarty.acceptance.readme;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.body;
import static io.mockarty.mock.MockDsl.created;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.matching;
import static io.mockarty.mock.MockDsl.notEmpty;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.query;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Repository;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.Strictness;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The Java of README.md; SnippetDriftTest compares the two. */
@MockartyTest
class SnippetsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void start_a_server() throws Exception {
        // snippet: embedded
        try (var mocks = MockartyServer.start()) { // in memory, on a free port of 127.0.0.1
            mocks.stub(post("/orders").respond(created().json("""
                    {"orderId": "$.fake.UUID", "total": "$.multiply($.req.qty, $.req.price)"}""")));

            var order = HttpRequest.newBuilder(URI.create(mocks.baseUrl() + "/orders"))
                    .POST(BodyPublishers.ofString("{\"qty\": 2, \"price\": 4.50}"))
                    .build();
            var answer = HttpClient.newHttpClient().send(order, BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"total\":9");
        }
        // end-snippet
    }

    @Test
    @MockartyTest(strict = Strictness.OFF)
    void match_and_answer(MockartyServer mocks) throws Exception {
        // snippet: matching
        mocks.stub(get("/search")
                .when(query("page", matching("^[1-9][0-9]*$")))
                .respond(ok().json("{\"page\": \"$.queryParams.page\"}")));
        mocks.stub(post("/orders")
                .when(body("$.items[?@.qty > 10]", notEmpty()))
                .respond(status(422).text("Call us")));
        mocks.stub(post("/payments")
                .withJson("$.currency", "EUR")
                .priority(10)
                .times(3)
                .respondInOrder(status(503), status(503), ok().delay(Duration.ofMillis(20))));
        // end-snippet
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(mocks.baseUrl() + "/search?page=2")));
        assertThat(page.body()).isEqualTo("{\"page\":\"2\"}");
        HttpRequest.Builder payment = HttpRequest.newBuilder(URI.create(mocks.baseUrl() + "/payments"))
                .POST(BodyPublishers.ofString("{\"currency\": \"EUR\"}"));
        assertThat(send(payment).statusCode()).isEqualTo(503);
        assertThat(send(payment).statusCode()).isEqualTo(503);
        assertThat(send(payment).statusCode()).isEqualTo(200);
        assertThat(send(payment).statusCode()).isEqualTo(404);
    }

    @Test
    void remember(MockartyServer mocks) throws Exception {
        // snippet: stores
        mocks.stub(post("/visits")
                .extractGlobal("visits", "$.increment($.gS.visits || 0)")
                .respond(ok().json("{\"visits\": \"$.gS.visits\"}")));
        // end-snippet
        HttpRequest.Builder visit =
                HttpRequest.newBuilder(URI.create(mocks.baseUrl() + "/visits")).POST(BodyPublishers.noBody());
        send(visit);
        assertThat(send(visit).body()).isEqualTo("{\"visits\":2}");
    }

    @Test
    void verify(MockartyServer mocks) throws Exception {
        mocks.stub(get("/users/:id").respond(ok()));
        mocks.stub(post("/orders").respond(created()));
        send(HttpRequest.newBuilder(URI.create(mocks.baseUrl() + "/users/42")));
        send(HttpRequest.newBuilder(URI.create(mocks.baseUrl() + "/orders"))
                .POST(BodyPublishers.ofString("{\"customer\": {\"tier\": \"gold\"}}")));
        // snippet: verification
        assertThat(mocks).received(get("/users/:id")).atLeast(1);
        assertThat(mocks)
                .received(post("/orders").withJson("$.customer.tier", "gold"))
                .once();
        assertThat(mocks)
                .received(post("/orders"))
                .within(Duration.ofSeconds(2))
                .between(1, 3);
        assertThat(mocks).inOrder(get("/users/42"), post("/orders"));
        // end-snippet
    }

    @Test
    void open_a_world() throws Exception {
        try (MockartyServer server = MockartyServer.start()) {
            // snippet: namespaces
            try (MockartyServer mine = server.inNamespace("mine")) {
                mine.stub(get("/hello").respond(ok().text("$.fake.DateTimeISO")));
                mine.clock().freeze(Instant.parse("2026-01-01T12:00:00Z"));

                assertThat(mine.baseUrl()).hasPath("/stubs/mine");
                URI atTheRoot = mine.openPort().baseUrl(); // a port of its own, for clients that cannot take a path
                assertThat(atTheRoot.getPath()).isEmpty();
            }
            // end-snippet
            assertThat(server.namespaces().find("mine")).isEmpty();
        }
    }

    @Test
    void speak_tls() throws Exception {
        // snippet: tls
        try (var mocks = MockartyServer.builder().https(0, Tls.selfSigned()).start()) {
            mocks.stub(get("/secret").respond(ok().text("hush")));

            HttpClient client = HttpClient.newBuilder()
                    .sslContext(mocks.tls().clientContext())
                    .build();
            var request = HttpRequest.newBuilder(URI.create(mocks.httpsUrl() + "/secret"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
        // end-snippet
    }

    @Test
    void show_the_nearest_miss() throws Exception {
        try (MockartyServer mocks = MockartyServer.start()) {
            mocks.stub(post("/orders")
                    .id("order-gold")
                    .when(body("$.customer.tier", equalTo("gold")))
                    .respond(created()));
            HttpResponse<String> miss = send(HttpRequest.newBuilder(URI.create(mocks.baseUrl() + "/orders"))
                    .header("Accept", "text/plain")
                    .POST(BodyPublishers.ofString("{\"customer\": {\"tier\": \"silver\"}}")));

            assertThat(miss.statusCode()).isEqualTo(404);
            assertThat(Files.readString(Repository.path("README.md")))
                    .contains(miss.body().strip());
        }
    }
}
