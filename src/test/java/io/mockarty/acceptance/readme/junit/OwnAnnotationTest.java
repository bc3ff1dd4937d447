package io.mockarty.acceptance.readme.junit;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Uses the annotation that the page defines. */
@OptionsTest.ShopTest
class OwnAnnotationTest {

    @Test
    void has_its_options(MockartyServer mocks, @MockartyUrl URI shop) {
        mocks.stub(get("/year").respond(ok().text("$.fake.DateTimeISO")));

        assertThat(shop).hasPath("");
        assertThat(Http.get(shop + "/year").body()).startsWith("2026");
    }
}
