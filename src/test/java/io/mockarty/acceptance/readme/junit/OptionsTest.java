package io.mockarty.acceptance.readme.junit;

import static io.mockarty.junit5.MockartyTest.DEDICATED;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.junit5.Strictness;
import io.mockarty.resolver.MockartyServer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OptionsTest {

    // snippet: junit-meta-annotation
    @Retention(RetentionPolicy.RUNTIME)
    @MockartyTest(port = DEDICATED, clock = "2026-01-01T12:00:00Z")
    @interface ShopTest {}
    // end-snippet

    // snippet: junit-strict
    @Test
    @MockartyTest(strict = Strictness.UNUSED_STUBS)
    void copes_with_what_is_not_there(MockartyServer mocks, @MockartyUrl URI shop) {
        mocks.stub(get("/hello").lenient().respond(ok())); // may go unused

        assertThat(Http.get(shop + "/missing").statusCode()).isEqualTo(404);
    }
    // end-snippet
}
