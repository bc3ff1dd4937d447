package io.mockarty.perf.schedule;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A user, who has it, and how many iterations it has done. */
final class PooledUser {

    private final int number;
    private final VirtualUser user;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Object owner;
    private boolean cutOff;
    private long iterations;

    PooledUser(int number, VirtualUser user) {
        this.number = number;
        this.user = user;
    }

    int number() {
        return number;
    }

    VirtualUser user() {
        return user;
    }

    /** The number of the next iteration. Called by the thread of the user only. */
    long nextIteration() {
        return iterations++;
    }

    void lendTo(Object next) {
        lock.lock();
        try {
            owner = next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends what the user does for an owner; does nothing when the owner has given it back meanwhile. May take a while.
     */
    void cutOff(Object from) {
        lock.lock();
        try {
            if (owner == from) {
                cutOff = true;
                user.cancel();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the lending; false when the user was cut off and is of no use any more. */
    boolean release() {
        lock.lock();
        try {
            owner = null;
            return !cutOff;
        } finally {
            lock.unlock();
        }
    }
}
