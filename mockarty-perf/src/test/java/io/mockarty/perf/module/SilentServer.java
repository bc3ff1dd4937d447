package io.mockarty.perf.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Takes connections and never says a word. */
public final class SilentServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> talkedTo = new CompletableFuture<>();

    public SilentServer() throws IOException {
        Thread thread = new Thread(this::accept, "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                accepted.add(socket.accept());
                talkedTo.complete(null);
            }
        } catch (IOException e) {
            talkedTo.cancel(false);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** A port at which nobody listens. */
    public static int closedPort() throws IOException {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return unused.getLocalPort();
        }
    }

    /** Starts an iteration, waits until it has come here, and cuts it off, which must end it at once. */
    public void cutsOff(ScriptRun run) throws Exception {
        run.load();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> outcome.complete(run.iterate()), "user");
        thread.start();
        talkedTo.get(10, TimeUnit.SECONDS);
        run.cancel();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.INTERRUPTED);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : accepted) {
            each.close();
        }
    }
}
