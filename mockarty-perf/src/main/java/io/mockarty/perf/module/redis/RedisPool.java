package io.mockarty.perf.module.redis;

import io.mockarty.perf.client.InterruptibleSockets;
import io.mockarty.perf.module.Failures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** Connections to one Redis that all users of a run share. Thread-safe. */
final class RedisPool implements AutoCloseable {

    private final RedisAddress address;
    private final RedisClient client;

    RedisPool(RedisAddress address) {
        this.address = address;
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(address.connections());
        pool.setMaxIdle(address.connections());
        pool.setMaxWait(address.timeout());
        pool.setTestWhileIdle(false);
        pool.setJmxEnabled(false);
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder()
                .timeoutMillis(address.timeoutMillis())
                .user(address.url().user())
                .password(address.url().password())
                .database(address.database())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .serverDefaultProtocol()
                .build();
        client = RedisClient.builder()
                .connectionProvider(new PooledConnectionProvider(new ConnectionFactory(this::connect, config), pool))
                .build();
    }

    private Socket connect() {
        String host = address.url().host();
        try {
            Socket socket = new InterruptibleSockets().createSocket();
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                socket.connect(new InetSocketAddress(host, address.port()), address.timeoutMillis());
                socket.setSoTimeout(address.timeoutMillis());
                return address.tls().enabled() ? encrypt(socket) : socket;
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            throw new JedisConnectionException("no connection to " + host + ":" + address.port(), e);
        }
    }

    private Socket encrypt(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) address.tls()
                .context()
                .getSocketFactory()
                .createSocket(plain, address.url().host(), address.port(), true);
        if (address.tls().verify()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
    }

    /** Sends a command; gives what Redis answers: {@code Long}, {@code byte[]}, a list of them, or null. */
    @Nullable
    Object send(String command, List<String> arguments) {
        return client.executeCommand(command(command, arguments));
    }

    /** Sends a command that may create a key, which then lives no longer than some seconds. */
    @Nullable
    Object sendCreating(String command, List<String> arguments, long seconds) {
        String key = arguments.get(0);
        Response<Object> existed;
        Response<Object> answer;
        try (Pipeline pipeline = client.pipelined()) {
            existed = pipeline.executeCommand(command("EXISTS", List.of(key)));
            answer = pipeline.executeCommand(command(command, arguments));
            pipeline.sync();
        }
        Object given = answer.get();
        if (Long.valueOf(0).equals(existed.get())) {
            send("EXPIRE", List.of(key, Long.toString(seconds)));
        }
        return given;
    }

    private static CommandObject<Object> command(String name, List<String> arguments) {
        CommandArguments all = new CommandArguments(new Command(name));
        arguments.forEach(all::add);
        return new CommandObject<>(all, BuilderFactory.RAW_OBJECT);
    }

    /** Words for a failure that do not tell the password. */
    String describe(RuntimeException problem) {
        return Failures.describe(problem, address.url().password());
    }

    @Override
    public void close() {
        client.close();
    }

    private record Command(String name) implements ProtocolCommand {

        @Override
        public byte[] getRaw() {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }
}
