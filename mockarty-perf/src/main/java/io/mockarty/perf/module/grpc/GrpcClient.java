package io.mockarty.perf.module.grpc;

import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.health.v1.HealthProto;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.EventLoop.Pending;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A client of one user: what it knows of services, and its connection. Public only so that scripts can call it. */
public final class GrpcClient {

    private static final Descriptors.MethodDescriptor HEALTH =
            HealthProto.getDescriptor().findServiceByName("Health").findMethodByName("Check");

    private final ModuleContext user;
    private final GrpcMetrics metrics;
    private final ReplyForm form;
    private final GrpcClients owner;
    private final Map<String, GrpcMethod> methods = new HashMap<>();
    private ServiceCatalog loaded = ServiceCatalog.EMPTY;
    private ServiceCatalog catalog = ServiceCatalog.EMPTY;
    private Messages messages = new Messages(catalog.types());
    private @Nullable ConnectOptions server;
    private @Nullable GrpcConnection connection;
    private boolean connected;

    /** Whether a call after {@link #close} connects again, for a client that was made by {@code grpc.connect}. */
    private boolean reopens;

    GrpcClient(ModuleContext user, GrpcMetrics metrics, ReplyForm form, GrpcClients owner) {
        this.user = user;
        this.metrics = metrics;
        this.form = form;
        this.owner = owner;
    }

    /**
     * Reads {@code .proto} files.
     *
     * @param importPaths an array of directories in which to look for files, or null
     * @param files an array of files
     * @return an array that describes all methods
     */
    @Export
    public Value load(Value importPaths, Value files) {
        requireInit("load");
        return add(new SchemaFiles(user).protos(strings("importPaths", importPaths), strings("files", files)));
    }

    /**
     * Reads a file of descriptors, as {@code protoc --descriptor_set_out} writes it.
     *
     * @param path the file
     * @return an array that describes all methods
     */
    @Export
    public Value loadProtoset(String path) {
        requireInit("loadProtoset");
        return add(new SchemaFiles(user).protoset(path));
    }

    private Value add(ServiceCatalog more) {
        loaded = loaded.with(more);
        know(catalog.with(more));
        return user.values().toScript(more.description());
    }

    private void know(ServiceCatalog all) {
        catalog = all;
        messages = new Messages(all.types());
        methods.clear();
    }

    private void requireInit(String function) {
        if (!user.initializing()) {
            throw new ScriptException("grpc: " + function
                    + " (expected: while the script is loaded, outside of the functions that iterations run)");
        }
    }

    private List<String> strings(String name, @Nullable Value value) {
        Object list = user.values().toJava(value);
        if (list == null) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        for (Object each : list instanceof List<?> all ? all : List.of(list)) {
            if (!(each instanceof String text)) {
                throw new ScriptException("grpc.load: " + name + ": " + each + " (expected: a path)");
            }
            strings.add(text);
        }
        return strings;
    }

    /**
     * Connects, and waits until the connection stands.
     *
     * @param address as {@code host:port}
     * @param params an object, or null
     * @return true
     */
    @Export
    public boolean connect(String address, Value params) {
        if (user.initializing()) {
            throw new ScriptException("grpc.connect (expected: in an iteration, setup or teardown)");
        }
        open(address, params);
        reopens = false;
        Status status = ready();
        if (!status.isOk()) {
            throw new ScriptException("grpc.connect: " + Reply.describe(status));
        }
        return true;
    }

    /**
     * Says where the server is; the first call connects, and the first after the connection was closed.
     *
     * @param address as {@code host:port}
     * @param params an object, or null
     */
    @Export
    public void open(String address, Value params) {
        ConnectOptions options = ConnectOptions.of(user, address, params);
        close();
        server = options;
        reopens = true;
        know(loaded);
    }

    /** Connects when that has not happened, and learns what services there are. */
    private Status ready() {
        GrpcConnection target = connection();
        if (connected) {
            return Status.OK;
        }
        Status status = target.connect();
        if (!status.isOk()) {
            return status;
        }
        if (target.options().reflect()) {
            try {
                know(loaded.with(user.shared(KnownServices.Key.of(target.options()), KnownServices::new)
                        .ask(target)));
            } catch (StatusException e) {
                return reflectionFailed(target, e.getStatus());
            }
        }
        connected = true;
        return Status.OK;
    }

    private static Status reflectionFailed(GrpcConnection server, Status status) {
        if (status.getCode() == Status.Code.UNIMPLEMENTED) {
            throw new ScriptException(
                    "grpc.connect: reflect: " + server.options().address()
                            + " does not offer server reflection (expected: a server that does, or load(...) of .proto files)");
        }
        return status.withDescription(server.options().address() + ": server reflection: " + Reply.describe(status));
    }

    private GrpcConnection connection() {
        if (connection == null) {
            if (server == null) {
                throw new ScriptException("grpc: no connection (expected: connect before)");
            }
            // Not before it is used, since options of the script may not be known while it is loaded.
            connection = owner.open(server);
        }
        return connection;
    }

    /**
     * Calls a method and waits for the answer.
     *
     * @param url such as {@code pkg.Service/Method}
     * @param request the message
     * @param params an object, or null
     * @return the response
     */
    @Export
    public Value invoke(String url, Value request, Value params) {
        CallParams call = params("grpc.invoke", params);
        Reply early = unreachable(url, call);
        if (early != null) {
            return form.render(user, messages, early);
        }
        return wait(unary(url), json(request), call);
    }

    /**
     * Calls a method without waiting.
     *
     * @param url such as {@code pkg.Service/Method}
     * @param request the message
     * @param params an object, or null
     * @return a promise of the response
     */
    @Export
    public Value asyncInvoke(String url, Value request, Value params) {
        CallParams call = params("grpc.asyncInvoke", params);
        Reply early = unreachable(url, call);
        if (early != null) {
            return user.values().promise((resolve, reject) -> resolve.executeVoid(form.render(user, messages, early)));
        }
        GrpcMethod method = unary(url);
        Tags tags = tags(method.name(), call);
        DynamicMessage message = message(method, json(request));
        return user.values().promise((resolve, reject) -> {
            Pending pending = user.loop().expect();
            start(
                    method,
                    message,
                    call,
                    reply -> pending.complete(() -> {
                        metrics.call(method.name(), tags, reply);
                        resolve.executeVoid(form.render(user, messages, without(reply, call)));
                    }));
        });
    }

    private String json(@Nullable Value request) {
        return request == null || request.isNull() ? "{}" : user.values().stringify(request);
    }

    private CallParams params(String function, Value params) {
        if (user.initializing()) {
            throw new ScriptException(function + " (expected: in an iteration, setup or teardown)");
        }
        return CallParams.of(user.values(), function, params, CallParams.TIMEOUT);
    }

    private @Nullable Reply unreachable(String url, CallParams call) {
        long start = System.nanoTime();
        Status status = ready();
        if (status.isOk()) {
            return null;
        }
        Reply reply = Reply.of(status, (System.nanoTime() - start) / 1e6);
        String name = url.startsWith("/") ? url.substring(1) : url;
        metrics.call(name, tags(name, call), reply);
        return reply;
    }

    private GrpcMethod unary(String url) {
        GrpcMethod method = method(url);
        if (!method.isUnary()) {
            throw new ScriptException(
                    "grpc: method \"" + url + "\" has streams (expected: called with new Stream(...))");
        }
        return method;
    }

    private GrpcMethod method(String url) {
        GrpcMethod known = methods.get(url);
        if (known == null) {
            known = GrpcMethod.of(catalog.method(url));
            methods.put(url, known);
        }
        return known;
    }

    private Tags tags(String name, CallParams call) {
        return metrics.tags(connection().options().address(), name, call.tags());
    }

    private Value wait(GrpcMethod method, String request, CallParams call) {
        Tags tags = tags(method.name(), call);
        CompletableFuture<Reply> future = new CompletableFuture<>();
        UnaryCall started = start(method, message(method, request), call, future::complete);
        Reply reply = GrpcConnection.await(future, started::cancel);
        metrics.call(method.name(), tags, reply);
        return form.render(user, messages, without(reply, call));
    }

    private DynamicMessage message(GrpcMethod method, String json) {
        return messages.read(method.types().getInputType(), json);
    }

    private UnaryCall start(GrpcMethod method, DynamicMessage message, CallParams call, Consumer<Reply> done) {
        return UnaryCall.start(connection().call(method.call(), call), call.toMetadata(), message, done);
    }

    private static Reply without(Reply reply, CallParams call) {
        return call.discardMessage()
                ? new Reply(
                        reply.status(),
                        null,
                        reply.headers(),
                        reply.trailers(),
                        reply.milliseconds(),
                        reply.sent(),
                        reply.received())
                : reply;
    }

    /**
     * Asks whether a service, or the server as a whole, is healthy.
     *
     * @param service the name of the service, or null for the server
     * @param params an object, or null
     * @return the response; the status in its message is a number
     */
    @Export
    public Value healthCheck(Value service, Value params) {
        CallParams call = params("grpc.healthCheck", params);
        Reply early = unreachable(ServiceCatalog.nameOf(HEALTH), call);
        if (early != null) {
            return form.render(user, messages, early);
        }
        String name = service == null || service.isNull() ? "" : service.asString();
        String request = io.mockarty.json.Json.write(Map.of("service", name));
        GrpcMethod method = methods.computeIfAbsent("", key -> GrpcMethod.of(HEALTH));
        return form.withNumericStatus(wait(method, request, call));
    }

    /**
     * Opens a stream.
     *
     * @param url such as {@code pkg.Service/Method}
     * @param params an object, or null
     * @return the stream
     */
    @Export
    public GrpcStream stream(String url, Value params) {
        if (user.initializing()) {
            throw new ScriptException("grpc.Stream (expected: in an iteration)");
        }
        CallParams call = CallParams.of(user.values(), "grpc.Stream", params, null);
        Status status = ready();
        if (!status.isOk()) {
            throw new ScriptException("grpc.Stream: " + Reply.describe(status));
        }
        GrpcMethod method = method(url);
        Tags tags = tags(method.name(), call);
        return GrpcStream.open(
                user,
                metrics,
                messages,
                new GrpcStream.Target(
                        method, Objects.requireNonNull(connection).call(method.call(), call), call, tags));
    }

    /** Ends the connection; the client may connect again. */
    @Export
    public void close() {
        if (connection != null) {
            owner.close(connection);
            connection = null;
        }
        if (!reopens) {
            server = null;
        }
        connected = false;
    }
}
