package io.mockarty.acceptance.readme.junit;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.TestScope;
import io.mockarty.resolver.MockartyServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

// snippet: junit-stores
@MockartyTest(stores = TestScope.CLASS)
class SharedStoresTest {

    @BeforeAll
    static void count_visits(MockartyServer mocks) {
        mocks.stub(get("/visit")
                .extractGlobal("visits", "$.increment($.gS.visits || 0)")
                .respond(ok().text("$.gS.visits")));
    }

    @RepeatedTest(2)
    void counts_on(MockartyServer mocks, RepetitionInfo repetition) {
        assertThat(Http.get(mocks.baseUrl() + "/visit").body())
                .isEqualTo(String.valueOf(repetition.getCurrentRepetition()));
    }
}
// end-snippet
