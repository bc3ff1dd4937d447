package io.mockarty.repository.memory;

import io.mockarty.repository.Change;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One write to a namespace: the revision it makes, and what it has changed so far. Used by one thread. */
final class Write {

    private final String namespace;
    private final long revision;
    private final Set<Change> changes = new LinkedHashSet<>();

    Write(String namespace, long revision) {
        this.namespace = namespace;
        this.revision = revision;
    }

    String namespace() {
        return namespace;
    }

    long revision() {
        return revision;
    }

    /** Notes a change; the same one twice counts once. */
    void changed(Change.Kind kind, String id) {
        changes.add(new Change(namespace, revision, kind, id));
    }

    boolean hasChanged() {
        return !changes.isEmpty();
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }
}
