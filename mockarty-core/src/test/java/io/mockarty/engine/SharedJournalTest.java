package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.journal.Evidence;
import io.mockarty.journal.JournalBudget;
import io.mockarty.journal.Times;
import io.mockarty.journal.VerificationException;
import io.mockarty.match.RequestPattern;
import io.mockarty.mock.HttpContext;
import io.mockarty.mock.Problems;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.repository.Page;
import io.mockarty.repository.UndefinedRow;
import io.mockarty.request.Requests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedJournalTest {

    private final TwoNodes nodes = new TwoNodes();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void requests_of_all_nodes_are_counted() {
        nodes.one.save(get("/a").respond(ok()));
        nodes.one.reply(Requests.get("/a"));
        nodes.two.reply(Requests.get("/a"));
        nodes.two.namespaces.synchronize();

        evidence().verify(pattern("/a")).was(Times.exactly(2));
    }

    @Test
    void requests_of_another_node_are_waited_for() throws Exception {
        nodes.one.save(get("/a").respond(ok()));
        CompletableFuture<Void> verified = CompletableFuture.runAsync(
                () -> evidence().verify(pattern("/a")).was(Times.exactly(1), Duration.ofSeconds(20)));

        nodes.two.reply(Requests.get("/a"));
        nodes.two.namespaces.synchronize();

        verified.get(20, TimeUnit.SECONDS);
    }

    @Test
    void the_order_over_all_nodes_is_that_of_their_arrival_not_of_their_writing() {
        nodes.one.reply(Requests.get("/first"));
        nodes.two.reply(Requests.get("/second"));
        nodes.two.namespaces.synchronize();

        evidence().verifyInOrder(List.of(pattern("/first"), pattern("/second")));

        assertThatThrownBy(() -> evidence().verifyInOrder(List.of(pattern("/second"), pattern("/first"))))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("not received here");
    }

    @Test
    void an_upper_bound_is_refused_when_requests_are_not_kept() {
        nodes.one.save(get("/a").respond(ok()));
        for (int i = 0; i < 5; i++) {
            nodes.one.reply(Requests.get("/a"));
        }

        evidence().verify(pattern("/a")).was(Times.atLeast(3));
        assertThatThrownBy(() -> evidence().verify(pattern("/a")).was(Times.exactly(3)))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("2 older requests were evicted");
    }

    @Test
    void of_each_mock_the_latest_requests_are_logged() {
        nodes.one.save(get("/a/:n").id("a").respond(ok()));
        nodes.one.save(get("/b").id("b").respond(ok()));
        nodes.one.reply(Requests.get("/b"));
        for (int i = 1; i <= 5; i++) {
            nodes.one.reply(Requests.get("/a/" + i));
        }
        nodes.one.namespaces.synchronize();

        Page<LoggedRequest> logged = nodes.repository.requestLogs().ofMock("shop", "a", 0, 10);

        assertThat(logged.items())
                .extracting(each -> each.entry().request().path())
                .containsExactly("/a/5", "/a/4", "/a/3");
        assertThat(logged.items()).extracting(LoggedRequest::node).containsOnly("one");
        assertThat(nodes.repository.requestLogs().ofMock("shop", "b", 0, 10).items())
                .hasSize(1);
    }

    @Test
    void a_journal_that_is_cleared_has_lost_nothing() {
        nodes.one.reply(Requests.get("/a"));
        nodes.one.shop().journal().clear();
        nodes.one.reply(Requests.get("/b"));

        evidence().verify(pattern("/b")).was(Times.exactly(1));
        assertThat(nodes.repository.requestLogs().evicted("shop")).isZero();
        assertThat(nodes.one.namespaces.droppedRequests()).isZero();
    }

    @Test
    void requests_that_the_journal_could_not_keep_until_they_were_written_are_counted() {
        TwoNodes.Node small = new TwoNodes.Node(nodes.repository, "small", new JournalBudget(2_000, 100));
        for (int i = 0; i < 50; i++) {
            small.reply(Requests.get("/a"));
        }

        small.namespaces.close();

        assertThat(small.namespaces.droppedRequests()).isBetween(30L, 49L);
        assertThat(nodes.repository.requestLogs().evicted("shop")).isEqualTo(47);
    }

    @Test
    void of_a_flood_the_latest_are_written_and_the_others_counted() {
        nodes.one.save(get("/a").id("a").respond(ok()));
        for (int i = 0; i < 5_000; i++) {
            nodes.one.reply(Requests.get("/a"));
        }
        nodes.one.namespaces.synchronize();

        assertThat(nodes.repository.requestLogs().all("shop")).hasSize(3);
        assertThat(nodes.repository.requestLogs().evicted("shop")).isEqualTo(4_997);
        assertThat(nodes.one.namespaces.droppedRequests()).isZero();
    }

    @Test
    void nothing_is_written_twice() {
        nodes.one.reply(Requests.get("/a"));
        nodes.one.namespaces.synchronize();
        nodes.one.namespaces.synchronize();

        assertThat(nodes.repository.requestLogs().all("shop")).hasSize(1);
        assertThat(nodes.repository.requestLogs().evicted("shop")).isZero();
    }

    @Test
    void what_is_left_to_write_is_written_when_a_node_ends() {
        nodes.one.reply(Requests.get("/a"));

        nodes.one.namespaces.close();

        assertThat(nodes.repository.requestLogs().all("shop")).hasSize(1);
    }

    @Test
    void undefined_requests_of_all_nodes_are_added_up() {
        nodes.one.reply(Requests.get("/nowhere"));
        nodes.one.namespaces.synchronize();
        nodes.one.reply(Requests.get("/nowhere"));
        nodes.two.reply(Requests.get("/nowhere"));
        nodes.one.namespaces.synchronize();
        nodes.two.namespaces.synchronize();

        List<UndefinedRow> rows = nodes.repository.undefinedRequests().all("shop");

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.request().count()).isEqualTo(3);
            assertThat(row.request().sample().path()).isEqualTo("/nowhere");
        });
    }

    private Evidence evidence() {
        return nodes.one.namespaces.evidence(nodes.one.shop());
    }

    private static RequestPattern pattern(String path) {
        HttpContext context = get(path).request();
        return RequestPattern.compile(context, "", TemplateRoot.none(), new Problems());
    }
}
