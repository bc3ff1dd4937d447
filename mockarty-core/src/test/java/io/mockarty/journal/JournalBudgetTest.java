package io.mockarty.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JournalBudgetTest {

    private static List<String> targets(Journal journal) {
        return journal.all().stream().map(entry -> entry.request().target()).toList();
    }

    @Test
    void evicts_the_oldest_entry_of_the_server_whosever_it_is() {
        long size = Journals.sizeOf(Requests.get("/1"));
        JournalBudget budget = new JournalBudget(3 * size, 100);
        Journal a = new Journal(budget);
        Journal b = new Journal(budget);

        Journals.record(a, Requests.get("/1"));
        Journals.record(b, Requests.get("/2"));
        Journals.record(a, Requests.get("/3"), Requests.get("/4"), Requests.get("/5"));

        assertThat(targets(a)).containsExactly("/3", "/4", "/5");
        assertThat(targets(b)).isEmpty();
        assertThat(List.of(a.evicted(), b.evicted())).containsExactly(1L, 1L);
        assertThat(budget.usedBytes()).isEqualTo(3 * size);
    }

    @Test
    void an_entry_larger_than_the_budget_is_evicted_at_once() {
        JournalBudget budget = new JournalBudget(10, 100);
        Journal journal = new Journal(budget);

        Journals.record(journal, Requests.get("/1"));

        assertThat(journal.all()).isEmpty();
        assertThat(journal.evicted()).isEqualTo(1);
        assertThat(budget.usedBytes()).isZero();
    }

    @Test
    void a_closed_journal_gives_its_memory_back_and_takes_no_more() {
        JournalBudget budget = new JournalBudget(1 << 20, 100);
        Journal closed = new Journal(budget);
        Journal other = new Journal(budget);
        for (int i = 0; i < 10; i++) {
            Journals.record(closed, Requests.get("/closed"));
            Journals.record(other, Requests.get("/other" + i));
        }

        closed.close();
        Journals.record(closed, Requests.get("/late"));

        assertThat(closed.all()).isEmpty();
        assertThat(targets(other)).hasSize(10).startsWith("/other0").endsWith("/other9");
        assertThat(budget.usedBytes()).isEqualTo(10 * Journals.sizeOf(Requests.get("/other1")));
        other.close();
        assertThat(budget.usedBytes()).isZero();
    }

    @Test
    void evicts_in_order_after_a_journal_in_between_was_cleared() {
        long size = Journals.sizeOf(Requests.get("/1"));
        JournalBudget budget = new JournalBudget(3 * size, 100);
        Journal a = new Journal(budget);
        Journal b = new Journal(budget);
        Journals.record(a, Requests.get("/1"));
        Journals.record(b, Requests.get("/2"));
        Journals.record(a, Requests.get("/3"));

        b.clear();
        Journals.record(b, Requests.get("/4"));
        Journals.record(b, Requests.get("/5"));

        assertThat(targets(a)).containsExactly("/3");
        assertThat(targets(b)).containsExactly("/4", "/5");
    }

    @Test
    void clearing_forgets_what_was_evicted_and_goes_on_counting() {
        Journal journal = new Journal(new JournalBudget(Journals.sizeOf(Requests.get("/1")), 100));
        Journals.record(journal, Requests.get("/1"), Requests.get("/2"));

        journal.clear();
        Journals.record(journal, Requests.get("/3"));

        assertThat(journal.evicted()).isZero();
        assertThat(journal.all()).extracting(JournalEntry::sequence).containsExactly(3L);
    }

    @Test
    void cuts_long_bodies_and_marks_the_entry() {
        Journal journal = new Journal(new JournalBudget(1 << 20, 5));
        MockReply reply = new MockReply(200, Headers.empty(), new byte[100]);
        MockRequest longRequest = Requests.json("/", "\"abcdefgh\"");

        Journals.record(journal, longRequest, Requests.json("/", "\"abc\""));
        journal.record(Requests.get("/"), reply, null, Journals.timing());

        assertThat(journal.all()).extracting(JournalEntry::isTruncated).containsExactly(true, false, true);
        assertThat(journal.all().get(0).request().body().text()).isEqualTo("\"abcd");
        assertThat(journal.all().get(2).reply().body()).hasSize(5);
        assertThat(journal.all()).extracting(JournalEntry::isMatched).containsExactly(true, true, false);
        assertThat(longRequest.body().bytes()).hasSize(10);
    }

    @Test
    void what_is_parsed_from_an_entry_does_not_stay_in_the_journal() {
        Journal journal = Journals.unbounded();
        Journals.record(journal, Requests.json("/", "{\"a\":1}"));
        Object parsed = journal.all().get(0).request().body().value();

        assertThat(journal.all().get(0).request().body().value())
                .isEqualTo(parsed)
                .isNotSameAs(parsed);
    }

    @Test
    void never_exceeds_its_bytes_while_many_threads_record_and_close() throws Exception {
        JournalBudget budget = new JournalBudget(20_000, 100);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Long>> peaks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                peaks.add(threads.submit(() -> {
                    long peak = 0;
                    for (int round = 0; round < 50; round++) {
                        Journal journal = new Journal(budget);
                        for (int n = 0; n < 20; n++) {
                            Journals.record(journal, Requests.json("/" + n, "{}"));
                            peak = Math.max(peak, budget.usedBytes());
                        }
                        journal.close();
                    }
                    return peak;
                }));
            }
            for (Future<Long> peak : peaks) {
                assertThat(peak.get()).isPositive().isLessThanOrEqualTo(20_000);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(budget.usedBytes()).isZero();
    }

    @Test
    void refuses_negative_limits() {
        assertThatThrownBy(() -> new JournalBudget(-1, 5))
                .hasMessage("journal limits: -1 and 5 bytes (expected: 0 or more)");
    }
}
