package io.mockarty.perf.client;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes sockets whose exchange takes too long. A timeout of the socket itself would cost a system call more for each
 * read, so one thread looks at all of them instead. Clients that share it also tell each other which servers prefer
 * HTTP/2, so that only the first has to find out. Thread-safe.
 */
public final class Deadlines implements AutoCloseable {

    private static final long LOOK_MILLIS = 10;

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Set<Origin> http2 = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;
    private final ScheduledFuture<?> looking;

    /** Starts the thread that looks. */
    public Deadlines() {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "load-test-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        looking = clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        watched.forEach(socket -> socket.look(now));
    }

    Watched watch(Socket socket) {
        Watched added = new Watched(socket);
        watched.add(added);
        return added;
    }

    void forget(Watched socket) {
        watched.remove(socket);
    }

    /** Servers that were seen to prefer HTTP/2. */
    Set<Origin> http2() {
        return http2;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }

    /** A socket and until when its exchange may take. */
    static final class Watched {

        private static final long NEVER = Long.MIN_VALUE;

        private final Socket socket;
        private volatile long deadline = NEVER;
        private volatile boolean late;

        Watched(Socket socket) {
            this.socket = socket;
        }

        Socket socket() {
            return socket;
        }

        void until(long nanoTime) {
            deadline = nanoTime;
        }

        void done() {
            deadline = NEVER;
        }

        boolean late() {
            return late;
        }

        private void look(long now) {
            long limit = deadline;
            if (limit != NEVER && now - limit > 0) {
                late = true;
                cut();
            }
        }

        /** Closes the socket below any encryption, which ends whatever waits for it and itself waits for nothing. */
        void cut() {
            try {
                socket.close();
            } catch (IOException e) {
                deadline = NEVER;
            }
        }
    }
}
