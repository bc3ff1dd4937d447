package io.mockarty.repository.jdbc;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where the thread of a feed waits for what this node writes. Thread-safe. */
final class Wakeup {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Set<String> written = new HashSet<>();
    private boolean closed;

    /** Says that a namespace was written to. */
    void written(String namespace) {
        lock.lock();
        try {
            written.add(namespace);
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting. */
    void close() {
        lock.lock();
        try {
            closed = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a write of this node, at most for a time, and returns the namespaces that were written to. */
    Set<String> await(Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (written.isEmpty() && !closed && left > 0) {
                left = something.awaitNanos(left);
            }
            Set<String> names = Set.copyOf(written);
            written.clear();
            return names;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is closed, at most for a time; for pauses. */
    void pause(Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (!closed && left > 0) {
                left = something.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
