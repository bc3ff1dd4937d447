package io.mockarty.repository.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the threads of this process write one after the other to a namespace, and few of them at the same time to all.
 * Who waits here holds no connection, so that one is left for whoever writes and reads something else meanwhile.
 * Thread-safe.
 */
final class Writers {

    /** Ten connections are enough for this many that write and read at once, and for the feed. */
    private static final int MANY = 4;

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final Semaphore places;

    /** Those that have a place. */
    private final Set<Thread> writing = ConcurrentHashMap.newKeySet();

    /** Who may write to a namespace; forgotten when nobody wants to. */
    private static final class Turn {

        final ReentrantLock lock = new ReentrantLock(true);

        /** How many have it or wait for it. Changed inside computations of the map. */
        int wanted;
    }

    /** Creates it for a database that has one writer, or many. */
    Writers(boolean one) {
        this.places = new Semaphore(one ? 1 : MANY, true);
    }

    /** Waits until this thread may write to a namespace. */
    void enter(String namespace) {
        if (writing.contains(Thread.currentThread())) {
            // It would wait for itself, or for one that waits for it.
            throw new IllegalStateException("namespace " + namespace + ": written to from inside a write (expected: an"
                    + " update of a store to work on its transaction only)");
        }
        turns.compute(namespace, (name, known) -> {
                    Turn turn = known == null ? new Turn() : known;
                    turn.wanted++;
                    return turn;
                })
                .lock
                .lock();
        places.acquireUninterruptibly();
        writing.add(Thread.currentThread());
    }

    /** Lets the next one write. */
    void leave(String namespace) {
        writing.remove(Thread.currentThread());
        places.release();
        turns.computeIfPresent(namespace, (name, turn) -> {
            turn.lock.unlock();
            turn.wanted--;
            return turn.wanted == 0 ? null : turn;
        });
    }
}
