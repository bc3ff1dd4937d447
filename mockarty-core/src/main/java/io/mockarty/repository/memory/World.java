package io.mockarty.repository.memory;

import io.mockarty.repository.Change;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One namespace: its contents, which many may read and one may write, and its revision, which stays when the namespace
 * is removed. Thread-safe.
 */
final class World {

    /**
     * What is written in one step. Checks everything before it changes anything: there is no way back.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {

        T on(Contents contents, Write write);
    }

    private final String name;
    private final int logLimit;
    private final Feed feed;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** Null while the namespace does not exist. Written under the write lock. */
    private volatile @Nullable Contents contents;

    /** Written under the write lock. */
    private volatile long revision;

    World(String name, int logLimit, Feed feed) {
        this.name = name;
        this.logLimit = logLimit;
        this.feed = feed;
    }

    boolean exists() {
        return contents != null;
    }

    long revision() {
        return revision;
    }

    /** Reads while nobody writes; returns the given value when the namespace does not exist. */
    <T extends @Nullable Object> T read(T absent, Function<Contents, T> reader) {
        lock.readLock().lock();
        try {
            Contents known = contents;
            return known == null ? absent : reader.apply(known);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Writes while nobody else reads or writes, and tells the listeners what the work says it has changed. */
    <T extends @Nullable Object> T write(Work<T> work) {
        return commit(write -> {
            Contents known = contents;
            Contents target = known == null ? Contents.empty(logLimit) : known;
            T result = work.on(target, write);
            if (known == null && write.hasChanged()) {
                write.changed(Change.Kind.NAMESPACE, name);
                contents = target;
            }
            return result;
        });
    }

    /** The same, but when the namespace was deleted it does nothing, and returns the given value. */
    <T extends @Nullable Object> T writeUnlessDeleted(T deleted, Work<T> work) {
        return write((contents, write) -> isDeleted() ? deleted : work.on(contents, write));
    }

    /** Whether it existed once, and does not any more. */
    private boolean isDeleted() {
        return contents == null && revision > 0;
    }

    boolean create() {
        return commit(write -> {
            if (contents != null) {
                return false;
            }
            contents = Contents.empty(logLimit);
            write.changed(Change.Kind.NAMESPACE, name);
            return true;
        });
    }

    boolean delete() {
        return commit(write -> {
            if (contents == null) {
                return false;
            }
            contents = null;
            write.changed(Change.Kind.NAMESPACE, name);
            return true;
        });
    }

    private <T extends @Nullable Object> T commit(Function<Write, T> work) {
        if (lock.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException(
                    "namespace " + name + ": written to from inside a write (expected: an update"
                            + " of a store to work on its transaction only)");
        }
        T result;
        lock.writeLock().lock();
        try {
            Write write = new Write(name, revision + 1);
            result = work.apply(write);
            if (write.hasChanged()) {
                revision = write.revision();
                feed.enqueue(write);
            }
        } finally {
            lock.writeLock().unlock();
        }
        feed.refresh();
        return result;
    }
}
