package io.mockarty.acceptance.readme.junit;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// snippet: junit-two-apis
class TwoApisTest {

    @RegisterExtension
    static final MockartyExtension SHOP =
            MockartyExtension.builder().name("shop").build();

    @RegisterExtension
    static final MockartyExtension PAYMENTS =
            MockartyExtension.builder().name("payments").build();

    @Test
    void mocks_two_apis() {
        SHOP.server().stub(get("/status").respond(ok().text("open")));
        PAYMENTS.server().stub(get("/status").respond(ok().text("slow")));

        assertThat(Http.get(SHOP.baseUrl() + "/status").body()).isEqualTo("open");
        assertThat(Http.get(PAYMENTS.baseUrl() + "/status").body()).isEqualTo("slow");
    }
}
// end-snippet
