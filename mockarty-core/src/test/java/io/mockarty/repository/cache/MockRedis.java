package io.mockarty.repository.cache;

import com.github.fppt.jedismock.RedisServer;
import com.github.fppt.jedismock.datastructures.Slice;
import com.github.fppt.jedismock.operations.server.MockExecutor;
import com.github.fppt.jedismock.server.Response;
import com.github.fppt.jedismock.server.ServiceOptions;
import com.github.fppt.jedismock.storage.OperationExecutorState;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Redis in this process; pauses and dies only in the eyes of its clients. */
final class MockRedis extends TestRedis {

    private final @Nullable String password;
    private final RedisServer server;
    private boolean isPaused;
    private boolean isDead;

    MockRedis(int port, @Nullable String password) throws IOException {
        super(port, password);
        this.password = password;
        server = RedisServer.newRedisServer(port, InetAddress.getLoopbackAddress())
                .setOptions(ServiceOptions.withInterceptor(this::execute))
                .start();
    }

    private Slice execute(OperationExecutorState state, String command, List<Slice> arguments) {
        if (waitsInVain()) {
            return MockExecutor.breakConnection(state);
        }
        boolean isLogin = command.equalsIgnoreCase("auth");
        if (isLogin
                && (password == null
                        || !arguments.get(arguments.size() - 1).toString().equals(password))) {
            return Response.error("WRONGPASS invalid username-password pair");
        }
        return MockExecutor.proceed(state, command, arguments);
    }

    private synchronized boolean waitsInVain() {
        try {
            while (isPaused && !isDead) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isDead;
    }

    @Override
    synchronized void pause() {
        isPaused = true;
    }

    @Override
    synchronized void resume() {
        isPaused = false;
        notifyAll();
    }

    @Override
    synchronized void kill() {
        isDead = true;
        notifyAll();
    }

    @Override
    synchronized void revive() {
        isDead = false;
    }

    @Override
    public void close() throws IOException {
        kill();
        server.stop();
    }
}
