package com.example;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mockarty.journal.Times;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@MockartyTest
class GreetingTest {

    @Test
    void greets(MockartyServer mocks, @MockartyUrl URI url) throws Exception {
        mocks.stub(get("/greeting").respond(ok().text("hello")));

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url + "/greeting")).build(), BodyHandlers.ofString());

        assertEquals("hello", answer.body());
        mocks.verify(get("/greeting"), Times.once());
    }

    @Test
    void fails_when_nothing_came(MockartyServer mocks) {
        assertThrows(AssertionError.class, () -> mocks.verify(get("/greeting"), Times.once()));
    }

    @Test
    void has_no_assertj() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.assertj.core.api.Assertions"));
    }
}
