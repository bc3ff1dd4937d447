package io.mockarty.acceptance.readme.junit;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

// snippet: junit-field
class FormsTest {

    @MockartyTest // on the class, this field, or the parameter of one test
    private MockartyServer mocks;

    @Test
    void greets(@MockartyUrl URI baseUrl) {
        mocks.stub(get("/hello").respond(ok().text("hello")));

        assertThat(Http.get(baseUrl + "/hello").body()).isEqualTo("hello");

        assertThat(mocks).received(get("/hello")).once();
    }
}
// end-snippet
