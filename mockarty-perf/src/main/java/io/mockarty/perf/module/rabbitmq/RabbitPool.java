package io.mockarty.perf.module.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import io.mockarty.perf.module.Failures;
import io.mockarty.perf.module.ScriptException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to one broker that all users of a run share. Thread-safe. */
final class RabbitPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitPool.class);

    /** A connection writes for one channel at a time, so more users get more of them. */
    private static final int CHANNELS = 100;

    private static final int CLOSING_MILLIS = 1_000;

    private final RabbitAddress address;
    private final ExecutorService workers;
    private final ConnectionFactory factory;

    /** One connection is opened at a time; who comes next may find a place on it. */
    private final ReentrantLock opening = new ReentrantLock();

    /** Guards all below; held briefly. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition unblocked = lock.newCondition();
    private final List<Shared> connections = new ArrayList<>();
    private boolean closed;

    RabbitPool(RabbitAddress address) {
        this.address = address;
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "load-test-rabbitmq");
            thread.setDaemon(true);
            return thread;
        };
        workers = Executors.newCachedThreadPool(threads);
        factory = new ConnectionFactory();
        factory.setHost(address.url().host());
        factory.setPort(address.port());
        factory.setVirtualHost(address.virtualHost());
        if (address.url().user() != null) {
            factory.setUsername(address.url().user());
        }
        if (address.url().password() != null) {
            factory.setPassword(address.url().password());
        }
        factory.setConnectionTimeout(address.timeoutMillis());
        factory.setHandshakeTimeout(address.timeoutMillis());
        factory.setChannelRpcTimeout(address.timeoutMillis());
        factory.setShutdownTimeout(CLOSING_MILLIS);
        factory.setAutomaticRecoveryEnabled(false);
        factory.setThreadFactory(threads);
        factory.setSharedExecutor(workers);
        if (address.tls().enabled()) {
            factory.useSslProtocol(address.tls().context());
            if (address.tls().verify()) {
                factory.enableHostnameVerification();
            }
        }
    }

    /** Opens a channel. */
    Channel channel() throws InterruptedException {
        return call(() -> {
            Shared connection = connection();
            Channel channel = connection.connection.createChannel();
            if (channel == null) {
                throw new IOException("the broker allows no more channels");
            }
            connection.channels.add(channel);
            return channel;
        });
    }

    private Shared connection() throws IOException, TimeoutException, InterruptedException {
        opening.lockInterruptibly();
        try {
            Shared free = free();
            if (free != null) {
                return free;
            }
            Shared added = new Shared(factory.newConnection("mockarty"));
            added.connection.addBlockedListener(added);
            add(added);
            return added;
        } finally {
            opening.unlock();
        }
    }

    private @Nullable Shared free() {
        lock.lock();
        try {
            connections.removeIf(each -> !each.connection.isOpen());
            connections.forEach(each -> each.channels.removeIf(channel -> !channel.isOpen()));
            return connections.stream()
                    .filter(each -> each.channels.size() < CHANNELS)
                    .findFirst()
                    .orElse(null);
        } finally {
            lock.unlock();
        }
    }

    private void add(Shared connection) {
        lock.lock();
        try {
            if (closed) {
                connection.connection.abort(CLOSING_MILLIS);
            }
            connections.add(connection);
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the broker wants no messages on the connection of a channel; writing would hang then. */
    void awaitUnblocked(Channel channel) throws InterruptedException {
        Shared shared = null;
        lock.lockInterruptibly();
        try {
            for (Shared each : connections) {
                shared = each.connection.equals(channel.getConnection()) ? each : shared;
            }
            long left = address.timeout().toNanos();
            while (shared != null && shared.blocked != null && shared.connection.isOpen()) {
                if (left <= 0) {
                    throw new ScriptException(
                            "the broker " + address.place() + " takes no messages: " + shared.blocked);
                }
                left = unblocked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Does what waits for the broker; unlike the library it stops waiting when the thread is interrupted. */
    <T> T call(Callable<T> task) throws InterruptedException {
        Future<T> future = workers.submit(task);
        try {
            return future.get(2L * address.timeoutMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ScriptException(describe(e.getCause() == null ? e : e.getCause()), e);
        } catch (TimeoutException e) {
            throw new ScriptException("no answer from " + address.place() + " in time", e);
        } finally {
            future.cancel(true);
        }
    }

    int timeoutMillis() {
        return address.timeoutMillis();
    }

    /** Closes a channel without waiting for it. */
    void closeLater(Channel channel) {
        try {
            workers.execute(() -> {
                try {
                    channel.abort();
                } catch (IOException e) {
                    LOG.debug("Closing a channel to {} failed", address.place(), e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The connections to {} are closed already", address.place(), e);
        }
    }

    /** Words for a failure that do not tell the password. */
    String describe(Throwable problem) {
        String words = reason(problem);
        String text = words == null ? Failures.describe(problem, address.url().password()) : words;
        return "RabbitMQ at " + address.place() + ": " + text;
    }

    /** What the broker said when it closed a channel or a connection. */
    private static @Nullable String reason(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ShutdownSignalException shutdown) {
                if (shutdown.getReason() instanceof AMQP.Channel.Close close) {
                    return close.getReplyText();
                }
                if (shutdown.getReason() instanceof AMQP.Connection.Close close) {
                    return close.getReplyText();
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        List<Shared> all;
        lock.lock();
        try {
            closed = true;
            all = new ArrayList<>(connections);
            connections.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(each -> each.connection.abort(CLOSING_MILLIS));
        workers.shutdownNow();
    }

    /** A connection and the channels of it that were opened. */
    private final class Shared implements BlockedListener {

        private final Connection connection;
        private final List<Channel> channels = new CopyOnWriteArrayList<>();
        private @Nullable String blocked;

        Shared(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void handleBlocked(String reason) {
            set(reason);
        }

        @Override
        public void handleUnblocked() {
            set(null);
        }

        private void set(@Nullable String reason) {
            lock.lock();
            try {
                blocked = reason;
                unblocked.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
