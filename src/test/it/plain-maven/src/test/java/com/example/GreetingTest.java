package com.example;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.junit5.Strictness;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@MockartyTest
class GreetingTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void greets(MockartyServer mocks, @MockartyUrl URI url) throws Exception {
        mocks.stub(get("/greeting").respond(ok().text("hello")));

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(url + "/greeting")).build(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("hello");
        assertThat(mocks).received(get("/greeting")).once();
    }

    @Test
    @MockartyTest(strict = Strictness.OFF)
    void knows_nothing_of_other_tests(MockartyServer mocks, @MockartyUrl String url) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(url + "/greeting")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(mocks.namespace().size()).isZero();
    }
}
