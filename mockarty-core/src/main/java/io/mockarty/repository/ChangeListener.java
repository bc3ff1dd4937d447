package io.mockarty.repository;

import java.util.List;

/**
 * Is told what was written. Called by one thread at a time, and not to write to the repository itself.
 *
 * <p>The revisions of a namespace have no gaps: each write makes the next one. A feed that finds a gap reads what it
 * missed, and says {@link #reread} when that is not known any more.
 */
public interface ChangeListener {

    /**
     * Tells what was written, after it can be read.
     *
     * @param namespace where
     * @param changes all changes of one write, or of several that follow each other, in order of revision
     */
    void changed(String namespace, List<Change> changes);

    /**
     * Tells that more was written than is known: anything may have changed.
     *
     * @param namespace where
     * @param revision the revision of the namespace that was seen
     */
    void reread(String namespace, long revision);
}
