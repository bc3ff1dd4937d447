package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a failed test tells about its mocked API. */
class FailureReportTest {

    private static Map<String, String> entry(EngineExecutionResults results) {
        return results.allEvents()
                .reportingEntryPublished()
                .list()
                .get(0)
                .getRequiredPayload(ReportEntry.class)
                .getKeyValuePairs();
    }

    @Test
    void the_journal_is_attached_to_the_report() {
        Map<String, String> entry = entry(Runs.of(Failing.class));

        assertThat(entry)
                .containsEntry("mockarty.replay", "@MockartyTest(seed = 42, clock = \"2026-01-01T12:00:00Z\")")
                .containsEntry("mockarty.journal", """
                        #1 2026-01-01T12:00:00Z GET /users/42 -> 200 from mock-1
                            < {"id":"42"}
                        #2 2026-01-01T12:00:00Z POST /orders -> 404
                            > {"qty":1}
                            nearest mocks:
                              1. GET /users/:id  (mock-1)
                                   method: expected GET, was POST
                                   path: expected /users/:id, was /orders
                                   hint: wrong method: the mock answers GET
                        """);
        assertThat(entry.get("mockarty.namespace")).startsWith("Failing.orders_and_fails-");
    }

    @Test
    void the_failure_says_what_was_asked_and_how_to_replay_it() {
        Throwable failure = Runs.thrown(Failing.class);

        assertThat(failure).hasMessage("no order");
        assertThat(failure.getSuppressed()[1]).hasMessageMatching("""
                        namespace Failing.orders_and_fails-[0-9a-f]+ was asked:
                        \t\t#1 GET /users/42 -> 200 from mock-1
                        \t\t#2 POST /orders -> 404, no mock matched
                        \t\treplay it with @MockartyTest\\(seed = 42, clock = "2026-01-01T12:00:00Z"\\)
                        """).hasNoCause();
    }

    @MockartyTest(seed = 42, clock = "2026-01-01T12:00:00Z")
    static class Failing {

        @Test
        void orders_and_fails(MockartyServer mocks) {
            mocks.stub(get("/users/:id").respond(ok().json(Map.of("id", "$.pathParam.id"))));
            Http.get(mocks.baseUrl() + "/users/42");
            Http.post(mocks.baseUrl() + "/orders", "{\"qty\":1}");
            throw new IllegalStateException("no order");
        }
    }

    @Test
    void a_builder_is_told_in_its_own_words() {
        assertThat(entry(Runs.of(Built.class)))
                .containsEntry(
                        "mockarty.replay",
                        "MockartyExtension.builder().seed(42).clock(Instant.parse(\"2026-01-01T12:00:00Z\"))");
    }

    static class Built {

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder()
                .seed(42)
                .clock(Instant.parse("2026-01-01T12:00:00Z"))
                .build();

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    @Test
    void a_shared_namespace_is_replayed_by_its_class() {
        assertThat(entry(Runs.of(Shared.class)).get("mockarty.replay")).endsWith(" on the class");
        assertThat(Runs.failure(SharedWithSeed.class))
                .isEqualTo("seed and clock of @MockartyTest on SharedWithSeed.has_a_seed (expected: on the class, since"
                        + " its tests share one namespace)");
    }

    @MockartyTest(scope = TestScope.CLASS)
    static class Shared {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    @MockartyTest(scope = TestScope.CLASS)
    static class SharedWithSeed {

        @Test
        @MockartyTest(seed = 1)
        void has_a_seed() {}
    }

    @Test
    void requests_that_missed_the_namespace_are_told_when_nothing_else_came() {
        Throwable failure = Runs.thrown(PortAlone.class);

        assertThat(failure.getSuppressed()[0]).hasMessageMatching("""
                        namespace PortAlone.forgets_the_path-[0-9a-f]+ was asked nothing, but outside of all namespaces\
                         the server was asked:
                        \t\tGET /hello
                        \t\tclients find this one at http://127.0.0.1:[0-9]+/stubs/PortAlone.forgets_the_path-[0-9a-f]+
                        """);
    }

    @MockartyTest
    static class PortAlone {

        @Test
        void forgets_the_path(MockartyServer mocks, @MockartyPort int port) {
            mocks.stub(get("/hello").respond(ok()));
            Http.get("http://127.0.0.1:" + port + "/hello");
        }
    }

    @Test
    void a_test_that_passes_reports_nothing() {
        assertThat(Runs.of(Passing.class).allEvents().reportingEntryPublished().count())
                .isZero();
    }

    @MockartyTest
    static class Passing {

        @Test
        void passes(MockartyServer mocks) {
            mocks.stub(get("/a").respond(ok()));
            Http.get(mocks.baseUrl() + "/a");
        }
    }

    @Test
    void what_it_says_replays_the_answers_to_the_byte() {
        Throwable failure = Runs.thrown(Drawn.class);
        String replay = String.valueOf(failure.getSuppressed()[0].getMessage());
        List<String> first = List.copyOf(Drawn.ANSWERS);

        Replayed.seed = Long.parseLong(between(replay, "seed = ", ","));
        Runs.pass(ReplayedTwice.class);

        assertThat(ReplayedTwice.ANSWERS).hasSize(2).containsOnly(first);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static List<String> answers(MockartyServer mocks) {
        mocks.stub(post("/orders")
                .respond(ok().json(Map.of(
                        "id", "$.fake.UUID", "name", "$.fake.FirstName", "n", "$.fake.IntBetween(1, 1000000)"))));
        mocks.stub(get("/dice").respondAtRandom(ok().text("1"), ok().text("2"), ok().text("3"), ok().text("4")));
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(Http.post(mocks.baseUrl() + "/orders").body());
            answers.add(Http.get(mocks.baseUrl() + "/dice").body());
        }
        return answers;
    }

    @MockartyTest
    static class Drawn {

        static final List<String> ANSWERS = new ArrayList<>();

        @Test
        void fails_with_a_seed_of_its_own(MockartyServer mocks) {
            ANSWERS.clear();
            ANSWERS.addAll(answers(mocks));
            throw new IllegalStateException();
        }
    }

    /** The seed that was told, which an annotation takes as a constant and a builder as a value. */
    static final class Replayed {

        static long seed;

        private Replayed() {}
    }

    static class ReplayedTwice {

        static final List<List<String>> ANSWERS = new ArrayList<>();

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().seed(Replayed.seed).build();

        @Test
        void under_one_name(MockartyServer mocks) {
            ANSWERS.add(answers(mocks));
        }

        @Test
        void under_another_name(MockartyServer mocks) {
            ANSWERS.add(answers(mocks));
        }
    }
}
