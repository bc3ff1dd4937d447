package io.mockarty.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mockarty.mock.Mock;
import io.mockarty.repository.Change;
import io.mockarty.repository.CounterId;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoredMock;
import io.mockarty.repository.kit.Recorder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the repository in memory promises beyond the contract of all. */
class InMemoryGuaranteesTest {

    private static final String SHOP = "shop";

    private final InMemoryRepository repository = InMemoryRepository.create(Clock.systemUTC());

    @Test
    void refuses_a_negative_number_of_requests() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InMemoryRepository.create(Clock.systemUTC(), -1))
                .withMessage("logLimit: -1 (expected: 0 or more)");
    }

    @Test
    void tells_listeners_before_a_write_returns() {
        Recorder recorder = new Recorder();
        repository.changes().subscribe(recorder);

        repository.mocks().save(SHOP, List.of(mock("a")));

        assertThat(recorder.changes())
                .containsExactly(
                        new Change(SHOP, 1, Change.Kind.MOCK, "a"), new Change(SHOP, 1, Change.Kind.NAMESPACE, SHOP));
    }

    @Test
    @Timeout(30)
    void lets_others_read_while_a_store_is_updated() throws InterruptedException {
        repository.mocks().save(SHOP, List.of(mock("a")));
        CountDownLatch updating = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        AtomicBoolean inTime = new AtomicBoolean();
        Thread slow = new Thread(() -> repository.stores().<Object>update(SHOP, StoreId.global(), store -> {
            store.put("a", 1L);
            updating.countDown();
            inTime.set(await(read));
            return "done";
        }));
        slow.start();
        await(updating);

        assertThat(repository.mocks().find(SHOP, "a")).isPresent();
        assertThat(repository.stores().content(SHOP, StoreId.global())).isEmpty();
        repository.mocks().save(SHOP, List.of(mock("b")));
        read.countDown();
        slow.join();

        assertThat(inTime).isTrue();
        assertThat(repository.stores().content(SHOP, StoreId.global())).isEqualTo(Map.of("a", 1L));
    }

    @Test
    @Timeout(30)
    void updates_a_store_at_last_when_others_are_always_faster() {
        List<String> attempts = new ArrayList<>();

        repository.stores().<Object>update(SHOP, StoreId.global(), store -> {
            attempts.add("attempt");
            if (attempts.size() <= 3) {
                Thread faster = new Thread(() -> repository.stores().<Object>update(SHOP, StoreId.global(), other -> {
                    other.put("faster", (long) attempts.size());
                    return "done";
                }));
                faster.start();
                join(faster);
            }
            store.put("slow", (long) attempts.size());
            return "done";
        });

        assertThat(repository.stores().content(SHOP, StoreId.global())).isEqualTo(Map.of("faster", 3L, "slow", 4L));
    }

    @Test
    void refuses_content_to_be_changed_from_outside() {
        repository.stores().<Object>update(SHOP, StoreId.global(), store -> {
            store.put("list", new ArrayList<>(List.of(1L)));
            return "done";
        });

        Map<String, Object> content = repository.stores().content(SHOP, StoreId.global());

        assertThat(content).isUnmodifiable();
        assertThat((List<?>) content.get("list")).isUnmodifiable();
    }

    @Test
    void tells_a_write_by_a_listener_to_all_others_in_its_turn() {
        Recorder recorder = new Recorder();
        List<String> told = new ArrayList<>();
        repository.changes().subscribe(new WritingOnce(repository, told));
        repository.changes().subscribe(recorder);

        repository.mocks().save(SHOP, List.of(mock("a")));

        recorder.assertOrderly();
        assertThat(recorder.revisions(SHOP)).containsExactly(1L, 2L);
        assertThat(told).hasSize(2);
    }

    @Test
    void forgets_everything_when_it_is_closed() {
        Recorder recorder = new Recorder();
        repository.changes().subscribe(recorder);
        repository.mocks().save(SHOP, List.of(mock("a")));
        int before = recorder.changes().size();

        repository.close();

        assertThat(repository.namespaces().names()).isEmpty();
        assertThat(recorder.changes()).hasSize(before);
    }

    @Test
    void marks_a_mock_as_deleted_when_the_clock_stands_at_the_epoch() {
        InMemoryRepository early = InMemoryRepository.create(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        early.mocks().save(SHOP, List.of(mock("a")));

        early.mocks().delete(SHOP, List.of("a"));

        assertThat(early.mocks().list(SHOP, MockQuery.all().onlyDeleted(), 0, 9).items())
                .allMatch(StoredMock::isDeleted)
                .hasSize(1);
    }

    @Test
    void counts_time_in_microseconds() {
        Clock fine = Clock.fixed(Instant.EPOCH.plus(Duration.ofNanos(1_234_567)), ZoneOffset.UTC);

        assertThat(InMemoryRepository.create(fine).requestLogs().clock().instant())
                .isEqualTo(Instant.EPOCH.plus(Duration.ofNanos(1_234_000)));
    }

    @Test
    void forgets_what_versions_have_counted_that_are_not_kept() {
        CounterId first = new CounterId("a", 1, CounterId.Kind.USE);
        repository.mocks().save(SHOP, List.of(mock("a")));
        repository.counters().next(SHOP, first, 9);

        for (int version = 2; version <= MockRepository.MAX_VERSIONS; version++) {
            repository.mocks().save(SHOP, List.of(mock("a")));
        }
        assertThat(repository.counters().value(SHOP, first)).isEqualTo(1);
        repository.mocks().save(SHOP, List.of(mock("a")));

        assertThat(repository.counters().value(SHOP, first)).isZero();
    }

    @Test
    void refuses_a_write_from_inside_a_write() {
        World world = new World(SHOP, 3, new Feed(namespace -> 0));

        assertThatIllegalStateException()
                .isThrownBy(() -> world.write((contents, write) -> world.create()))
                .withMessageContaining("written to from inside a write");
        assertThat(world.revision()).isZero();
    }

    private static Mock mock(String id) {
        return Mock.fromJson("{\"id\": \"" + id + "\", \"http\": {\"route\": \"/a\"}, \"response\": {}}");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
