package io.mockarty.repository.memory;

import io.mockarty.mock.Mock;
import io.mockarty.repository.Change;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.Page;
import io.mockarty.repository.StoredMock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The mocks of all namespaces. Documents are made and searched without a lock. Thread-safe. */
final class InMemoryMocks implements MockRepository {

    private final Worlds worlds;
    private final Clock clock;

    InMemoryMocks(Worlds worlds, Clock clock) {
        this.worlds = worlds;
        this.clock = clock;
    }

    @Override
    public List<StoredMock> replace(String namespace, Collection<String> deletedIds, List<Mock> mocks) {
        requireIds(mocks);
        List<Mock> documents = mocks.stream()
                .map(mock ->
                        MockTable.alive(mock).toBuilder().namespace(namespace).build())
                .toList();
        long now = clock.millis();
        return worlds.write(namespace, (contents, write) -> {
            deletedIds.forEach(id -> delete(contents, write, id, now));
            return documents.stream()
                    .map(document -> save(contents, write, document))
                    .toList();
        });
    }

    private static void requireIds(List<Mock> mocks) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mocks.size(); i++) {
            String id = mocks.get(i).id();
            if (id == null || !ids.add(id)) {
                throw new IllegalArgumentException("mocks[" + i + "].id: " + (id == null ? "missing" : id)
                        + " (expected: an id that no other of these mocks has)");
            }
        }
    }

    private static StoredMock save(Contents contents, Write write, Mock document) {
        StoredMock saved = contents.mocks().save(document, write.revision());
        contents.counters().forgetBefore(saved.id(), saved.version() - MAX_VERSIONS + 1);
        write.changed(Change.Kind.MOCK, saved.id());
        return saved;
    }

    private static boolean delete(Contents contents, Write write, String id, long now) {
        boolean deleted = contents.mocks().delete(id, now, write.revision());
        if (deleted) {
            write.changed(Change.Kind.MOCK, id);
        }
        return deleted;
    }

    @Override
    public List<String> delete(String namespace, Collection<String> ids) {
        long now = clock.millis();
        return worlds.write(
                namespace,
                (contents, write) -> distinct(ids).stream()
                        .filter(id -> delete(contents, write, id, now))
                        .toList());
    }

    @Override
    public List<StoredMock> restore(String namespace, Collection<String> ids) {
        return change(namespace, ids, (contents, write, id) -> contents.mocks().restore(id, write.revision()));
    }

    @Override
    public List<StoredMock> label(String namespace, Collection<String> ids, MockLabel label) {
        return change(namespace, ids, (contents, write, id) -> contents.mocks().label(id, label, write.revision()));
    }

    /** A change of one mock, which returns the mock afterwards, or null when it leaves it alone. */
    private interface OneChange {
        @Nullable
        StoredMock of(Contents contents, Write write, String id);
    }

    private List<StoredMock> change(String namespace, Collection<String> ids, OneChange change) {
        return worlds.write(namespace, (contents, write) -> {
            List<StoredMock> changed = new ArrayList<>();
            for (String id : distinct(ids)) {
                StoredMock mock = change.of(contents, write, id);
                if (mock != null) {
                    changed.add(mock);
                    write.changed(Change.Kind.MOCK, id);
                }
            }
            return List.copyOf(changed);
        });
    }

    @Override
    public List<String> purge(String namespace, Collection<String> ids) {
        return worlds.write(namespace, (contents, write) -> {
            List<String> purged =
                    distinct(ids).stream().filter(contents.mocks()::purge).toList();
            for (String id : purged) {
                contents.counters().forget(id);
                contents.logs().delete(id);
                write.changed(Change.Kind.MOCK, id);
            }
            return purged;
        });
    }

    private static Set<String> distinct(Collection<String> ids) {
        return new LinkedHashSet<>(ids);
    }

    @Override
    public List<StoredMock> findAll(String namespace, Collection<String> ids) {
        return read(namespace, mocks -> mocks.living(distinct(ids)));
    }

    @Override
    public void readAll(String namespace, Consumer<StoredMock> reader) {
        read(namespace, MockTable::all).stream()
                .filter(mock -> !mock.isDeleted())
                .forEach(reader);
    }

    @Override
    public Page<StoredMock> list(String namespace, MockQuery query, long offset, int limit) {
        return Pages.of(
                read(namespace, MockTable::all).stream()
                        .filter(mock -> query.matches(mock.document()))
                        .toList(),
                offset,
                limit);
    }

    @Override
    public List<StoredMock> versions(String namespace, String id) {
        return read(namespace, mocks -> mocks.versions(id));
    }

    @Override
    public Optional<StoredMock> restoreVersion(String namespace, String id, long version) {
        return worlds.write(
                namespace,
                (contents, write) -> contents.mocks().versions(id).stream()
                        .filter(old -> old.version() == version)
                        .findFirst()
                        .map(old -> save(contents, write, old.document())));
    }

    @Override
    public Map<String, Long> tags(String namespace) {
        Map<String, Long> counts = new TreeMap<>();
        readAll(
                namespace,
                mock -> new HashSet<>(mock.document().tags()).forEach(tag -> counts.merge(tag, 1L, Long::sum)));
        return counts;
    }

    private List<StoredMock> read(String namespace, Function<MockTable, List<StoredMock>> reader) {
        return worlds.read(namespace, List.of(), contents -> reader.apply(contents.mocks()));
    }
}
