package io.mockarty.namespace;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mockarty.engine.MockEngine;
import io.mockarty.journal.JournalBudget;
import io.mockarty.request.Requests;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorldsApartTest {

    private static final int BOUND_BYTES = 50_000;

    private final JournalBudget budget = new JournalBudget(1 << 20, 1 << 16);
    private final Namespaces namespaces = Worlds.create(7, budget);

    @Test
    void nothing_of_one_namespace_is_seen_in_another() {
        Namespace used = namespaces.open("used");
        Namespace other = namespaces.open("other");
        MockEngine engine = new MockEngine(namespaces);

        used.save(get("/a")
                .chain("c")
                .extractGlobal("g", 1)
                .extractChain("c", 1)
                .times(1)
                .respond(ok())
                .build());
        engine.handle(used, Requests.get("/a"));
        engine.handle(used, Requests.get("/missing"));
        used.clock().freeze(Instant.EPOCH);

        assertThat(other.mocks()).isEmpty();
        assertThat(other.stores().global().asMap()).isEmpty();
        assertThat(other.stores().chain("c").asMap()).isEmpty();
        assertThat(other.journal().all()).isEmpty();
        assertThat(other.undefinedRequests().all()).isEmpty();
        assertThat(other.clock().instant()).isEqualTo(Worlds.NOON);
        assertThat(other.nextExchange()).isEqualTo(1);
        assertThat(other.seed()).isNotEqualTo(used.seed());
    }

    @Test
    void closing_leaves_nothing_even_to_whoever_still_holds_it() {
        Namespace closed = namespaces.open("shop");
        closed.save(get("/a").id("a").extractGlobal("g", 1).respond(ok()).build());
        closed.stores().chain("c").put("k", 1);
        new MockEngine(namespaces).handle(closed, Requests.get("/a"));
        new MockEngine(namespaces).handle(closed, Requests.get("/missing"));
        assertThat(budget.usedBytes()).isPositive();

        assertThat(namespaces.close("shop")).isTrue();

        assertThat(namespaces.close("shop")).isFalse();
        assertThat(budget.usedBytes()).isZero();
        assertThat(closed.mocks()).isEmpty();
        assertThat(closed.candidates(Requests.get("/a"))).isEmpty();
        assertThat(closed.stores().global().asMap()).isEmpty();
        assertThat(closed.stores().chain("c").asMap()).isEmpty();
        assertThat(closed.journal().all()).isEmpty();
        assertThat(closed.undefinedRequests().all()).isEmpty();
        assertThat(namespaces.find("shop")).isEmpty();
        assertThat(namespaces.open("shop")).isNotSameAs(closed);
    }

    @Test
    void lists_namespaces_by_name() {
        Namespace b = namespaces.open("b");
        Namespace a = namespaces.open("a");

        assertThat(namespaces.all()).containsExactly(a, b);
        assertThat(namespaces.open("a")).isSameAs(a);
        assertThat(namespaces.find("b")).containsSame(b);
    }

    @Test
    void a_namespace_costs_less_than_fifty_kilobytes() {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        namespaces.open("warm");
        long me = Thread.currentThread().getId();
        long before = thread.getThreadAllocatedBytes(me);

        for (int i = 0; i < 1_000; i++) {
            namespaces.open("n" + i);
        }

        assertThat((thread.getThreadAllocatedBytes(me) - before) / 1_000).isLessThan(BOUND_BYTES);
    }

    @Test
    void a_clock_is_frozen_advanced_and_reset() {
        MutableClock clock = namespaces.open("shop").clock();

        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(Worlds.NOON.plusSeconds(3600));
        clock.freeze(Instant.EPOCH);
        clock.advance(Duration.ofSeconds(-1));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.minusSeconds(1));
        assertThat(clock.withZone(java.time.ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(clock.instant());
        clock.reset();
        assertThat(clock.instant()).isEqualTo(Worlds.NOON);
    }
}
