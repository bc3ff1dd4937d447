package io.mockarty.repository.memory;

import io.mockarty.mock.Mock;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.StoredMock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mocks of one namespace with their versions. Guarded by the lock of its {@link World}. */
final class MockTable {

    /** One mock: as it is now, and its contents as they were saved, the latest first. */
    private static final class Line {

        final Deque<StoredMock> versions = new ArrayDeque<>();
        StoredMock now;

        /** The document without the time of deletion. */
        Mock alive;

        Line(StoredMock first) {
            this.now = first;
            this.alive = first.document();
        }
    }

    private final Map<String, Line> lines = new HashMap<>();

    /** The mocks as they are now, by ordinal. */
    private final Map<Long, StoredMock> inOrder = new TreeMap<>();

    private long lastOrdinal;

    /** Returns a document that does not say when it was deleted. */
    static Mock alive(Mock document) {
        return document.closedAt() > 0
                ? document.toBuilder().put("closedAt", null).build()
                : document;
    }

    /** Makes the next version of a mock, or its first. */
    StoredMock save(Mock document, long revision) {
        String id = Objects.requireNonNull(document.id());
        Line known = lines.get(id);
        long version = known == null ? 1 : known.now.version() + 1;
        StoredMock saved = new StoredMock(document, version, ++lastOrdinal, revision);
        Line line = known == null ? new Line(saved) : known;
        lines.put(id, line);
        line.alive = document;
        line.versions.addFirst(saved);
        if (line.versions.size() > MockRepository.MAX_VERSIONS) {
            line.versions.removeLast();
        }
        show(line, saved);
        return saved;
    }

    private void show(Line line, StoredMock now) {
        inOrder.remove(line.now.ordinal());
        inOrder.put(now.ordinal(), now);
        line.now = now;
    }

    private StoredMock change(Line line, Mock document, long revision) {
        StoredMock changed = new StoredMock(document, line.now.version(), line.now.ordinal(), revision);
        show(line, changed);
        return changed;
    }

    /** Deletes a mock; false when it is unknown or deleted. */
    boolean delete(String id, long now, long revision) {
        Line line = lines.get(id);
        if (line == null || line.now.isDeleted()) {
            return false;
        }
        // A clock that stands at the epoch must not make the mock look alive.
        change(line, closed(line.alive, Math.max(1, now)), revision);
        return true;
    }

    private static Mock closed(Mock document, long closedAt) {
        return document.toBuilder().closedAt(closedAt).build();
    }

    /** Brings a mock back; null when it is unknown or alive. */
    @Nullable
    StoredMock restore(String id, long revision) {
        Line line = lines.get(id);
        return line != null && line.now.isDeleted() ? change(line, line.alive, revision) : null;
    }

    /** Labels a mock; null when it is unknown or deleted. */
    @Nullable
    StoredMock label(String id, MockLabel label, long revision) {
        Line line = lines.get(id);
        return line == null || line.now.isDeleted() ? null : label(line, label, revision);
    }

    private StoredMock label(Line line, MockLabel label, long revision) {
        line.alive = label.applyTo(line.alive);
        long closedAt = line.now.document().closedAt();
        return change(line, closedAt > 0 ? closed(line.alive, closedAt) : line.alive, revision);
    }

    /** Moves all mocks of a folder, deleted ones too; returns their ids. */
    List<String> moveAll(String fromFolder, @Nullable String toFolder, long revision) {
        List<String> moved = new ArrayList<>();
        lines.forEach((id, line) -> {
            if (fromFolder.equals(line.alive.folderId())) {
                label(line, new MockLabel.Folder(toFolder), revision);
                moved.add(id);
            }
        });
        return moved;
    }

    /** Removes a mock for good; false when it is unknown. */
    boolean purge(String id) {
        Line line = lines.remove(id);
        if (line == null) {
            return false;
        }
        inOrder.remove(line.now.ordinal());
        return true;
    }

    /** Returns those mocks that are known and alive. */
    List<StoredMock> living(Collection<String> ids) {
        List<StoredMock> found = new ArrayList<>(ids.size());
        for (String id : ids) {
            Line line = lines.get(id);
            if (line != null && !line.now.isDeleted()) {
                found.add(line.now);
            }
        }
        return found;
    }

    /** Returns a copy of all mocks, alive or deleted, by ordinal. */
    List<StoredMock> all() {
        return new ArrayList<>(inOrder.values());
    }

    /** Returns the contents that were saved, the latest first. */
    List<StoredMock> versions(String id) {
        Line line = lines.get(id);
        return line == null ? List.of() : List.copyOf(line.versions);
    }
}
