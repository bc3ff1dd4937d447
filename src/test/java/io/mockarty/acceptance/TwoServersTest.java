package io.mockarty.acceptance;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers in one JVM, with different settings, do not know of each other. */
class TwoServersTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private MockartyServer one;
    private MockartyServer two;

    @BeforeEach
    void start() {
        one = MockartyServer.builder().seed(1).start();
        two = MockartyServer.builder().seed(2).journalBytes(0).start();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private static String ask(MockartyServer server) {
        return Http.get(server.baseUrl() + "/it").body();
    }

    @Test
    void mocks_of_one_are_unknown_to_the_other() {
        one.stub(get("/it").respond(ok().text("one")));
        two.stub(get("/it").respond(ok().text("two")));

        assertThat(ask(one)).isEqualTo("one");
        assertThat(ask(two)).isEqualTo("two");
    }

    @Test
    void the_clock_of_one_does_not_move_the_other() {
        one.stub(get("/it").respond(ok().text("$.fake.DateTimeISO")));
        two.stub(get("/it").respond(ok().text("$.fake.DateTimeISO")));
        one.clock().freeze(NOON);
        two.clock().freeze(NOON);
        one.clock().advance(Duration.ofDays(1));

        assertThat(ask(one)).startsWith("2026-01-02T12:00:00");
        assertThat(ask(two)).startsWith("2026-01-01T12:00:00");
    }

    @Test
    void the_stores_of_one_are_not_seen_by_the_other() {
        one.stub(get("/it").respond(ok().text("$.gS.color || \"none\"")));
        two.stub(get("/it").respond(ok().text("$.gS.color || \"none\"")));
        one.stores().global().put("color", "red");

        assertThat(ask(one)).isEqualTo("red");
        assertThat(ask(two)).isEqualTo("none");
    }

    @Test
    void each_keeps_its_own_journal_with_its_own_limit() {
        one.stub(get("/it").respond(ok()));
        two.stub(get("/it").respond(ok()));
        ask(one);
        ask(two);

        assertThat(one).received(get("/it")).once();
        assertThat(one.journal().evicted()).isZero();
        assertThat(two.journal().all()).isEmpty();
        assertThat(two.journal().evicted()).isEqualTo(1);
    }

    @Test
    void each_draws_from_its_own_seed() {
        one.stub(get("/it").respond(ok().text("$.fake.UUID")));
        two.stub(get("/it").respond(ok().text("$.fake.UUID")));

        assertThat(ask(one)).isNotEqualTo(ask(two));
    }

    @Test
    void the_end_of_one_leaves_the_other_running() {
        two.stub(get("/it").respond(ok().text("two")));
        one.close();

        assertThat(ask(two)).isEqualTo("two");
    }
}
