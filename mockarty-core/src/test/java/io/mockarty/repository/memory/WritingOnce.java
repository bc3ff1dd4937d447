package io.mockarty.repository.memory;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeListener;
import io.mockarty.repository.Repository;
import java.util.List;

/** A listener that answers the first write with another, as none should. */
record WritingOnce(Repository repository, List<String> told) implements ChangeListener {

    @Override
    public void changed(String namespace, List<Change> changes) {
        told.add(changes.get(0).id());
        if (told.size() == 1) {
            repository.namespaces().delete(namespace);
        }
    }

    @Override
    public void reread(String namespace, long revision) {}
}
