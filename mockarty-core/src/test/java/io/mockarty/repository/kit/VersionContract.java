package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.CounterId;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Old versions of mocks are kept, and can be saved again. */
public interface VersionContract extends RepositoryContract {

    @Test
    default void lists_versions_the_latest_first() {
        StoredMock first = save("/1");
        StoredMock second = save("/2");

        for (Repository node : readers()) {
            List<StoredMock> versions = node.mocks().versions(SHOP, "a");
            assertThat(versions).extracting(StoredMock::version).containsExactly(2L, 1L);
            assertThat(versions)
                    .extracting(version -> version.document().toJson())
                    .containsExactly(
                            second.document().toJson(), first.document().toJson());
            assertThat(versions).extracting(StoredMock::ordinal).containsExactly(second.ordinal(), first.ordinal());
        }
    }

    @Test
    default void knows_no_versions_of_an_unknown_mock() {
        assertThat(repository().mocks().versions(SHOP, "a")).isEmpty();
        assertThat(repository().mocks().restoreVersion(SHOP, "a", 1)).isEmpty();
    }

    @Test
    default void lists_versions_of_a_deleted_mock() {
        save("/1");
        save("/2");
        repository().mocks().delete(SHOP, List.of("a"));

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.mocks().versions(SHOP, "a"))
                        .extracting(StoredMock::version)
                        .containsExactly(2L, 1L));
    }

    @Test
    default void keeps_the_latest_versions_only() {
        int saved = MockRepository.MAX_VERSIONS + 5;
        for (int i = 1; i <= saved; i++) {
            save("/" + i);
        }

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.mocks().versions(SHOP, "a"))
                        .extracting(StoredMock::version)
                        .containsExactlyElementsOf(LongStream.iterate(saved, i -> i - 1)
                                .limit(MockRepository.MAX_VERSIONS)
                                .boxed()
                                .toList()));
        assertThat(repository().mocks().restoreVersion(SHOP, "a", 5)).isEmpty();
        assertThat(repository().mocks().restoreVersion(SHOP, "a", 6)).isPresent();
    }

    @Test
    default void saves_an_old_content_as_the_next_version() {
        StoredMock first = save("/1");
        StoredMock second = save("/2");

        StoredMock third = repository().mocks().restoreVersion(SHOP, "a", 1).orElseThrow();

        assertThat(third.document().toJson()).isEqualTo(first.document().toJson());
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.ordinal()).isGreaterThan(second.ordinal());
        assertThat(third.revision()).isEqualTo(second.revision() + 1);
        assertThat(readers()).allSatisfy(node -> {
            assertThat(node.mocks().find(SHOP, "a")).contains(third);
            assertThat(node.mocks().versions(SHOP, "a")).hasSize(3);
        });
    }

    @Test
    default void brings_a_deleted_mock_back_with_an_old_content() {
        save("/1");
        save("/2");
        repository().mocks().delete(SHOP, List.of("a"));

        Optional<StoredMock> third = repository().mocks().restoreVersion(SHOP, "a", 2);

        assertThat(third)
                .hasValueSatisfying(mock -> assertThat(mock.isDeleted()).isFalse());
        assertThat(readers())
                .allSatisfy(node -> assertThat(node.mocks().find(SHOP, "a")).isEqualTo(third));
    }

    @Test
    default void writes_nothing_when_there_is_no_such_version() {
        StoredMock saved = save("/1");

        assertThat(repository().mocks().restoreVersion(SHOP, "a", 2)).isEmpty();
        assertThat(repository().mocks().restoreVersion(SHOP, "a", 0)).isEmpty();

        assertThat(repository().mocks().find(SHOP, "a")).contains(saved);
        assertThat(repository().changes().revision(SHOP)).isEqualTo(saved.revision());
    }

    @Test
    default void counts_afresh_with_each_version() {
        save("/1");
        repository().counters().next(SHOP, used(1), 9);

        save("/2");

        assertThat(readers())
                .allSatisfy(
                        node -> assertThat(node.counters().value(SHOP, used(2))).isZero());
        assertThat(repository().counters().next(SHOP, used(2), 9)).hasValue(0);
    }

    private static CounterId used(long version) {
        return new CounterId("a", version, CounterId.Kind.USE);
    }

    private StoredMock save(String route) {
        return repository()
                .mocks()
                .save(SHOP, List.of(Samples.mock("a", route)))
                .get(0);
    }
}
