package io.mockarty.perf.module.grpc;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A gRPC server whose services come from the text of .proto files, and whose methods say what to answer in JSON. */
public final class TestServer implements AutoCloseable {

    private final Server server;
    private final List<Metadata> metadata = new CopyOnWriteArrayList<>();

    private TestServer(Server server) {
        this.server = server;
    }

    /** Answers the messages that came so far, once after each and once after the last. */
    public interface Method {

        void answer(Conversation conversation);
    }

    /** What a method may do. */
    public static final class Conversation {

        private final ServerCall<DynamicMessage, DynamicMessage> call;
        private final Messages messages;
        private final MethodDescriptor method;
        private final List<Object> requests = new ArrayList<>();
        private boolean complete;

        Conversation(ServerCall<DynamicMessage, DynamicMessage> call, Messages messages, MethodDescriptor method) {
            this.call = call;
            this.messages = messages;
            this.method = method;
        }

        List<Object> requests() {
            return requests;
        }

        boolean complete() {
            return complete;
        }

        public void send(String json) {
            call.sendMessage(messages.read(method.getOutputType(), json));
        }

        public void end(Status status, Metadata trailers) {
            call.close(status, trailers);
        }

        public void end() {
            end(Status.OK, new Metadata());
        }
    }

    public static final class Builder {

        private final Map<String, Method> methods = new HashMap<>();
        private final List<BindableService> services = new ArrayList<>();
        private final List<FileDescriptor> files;
        private ServerCredentials credentials = InsecureServerCredentials.create();

        Builder(Map<String, String> protos) {
            files = DescriptorFiles.link(
                    "test", ProtoFiles.read(List.copyOf(protos.keySet()), name -> protos.get(name)));
        }

        public Builder on(String method, Method answer) {
            methods.put(method, answer);
            return this;
        }

        Builder with(BindableService service) {
            services.add(service);
            return this;
        }

        Builder secured(ServerCredentials certificate) {
            credentials = certificate;
            return this;
        }

        public Builder reflecting() {
            return with(ProtoReflectionServiceV1.newInstance());
        }

        Builder healthy() {
            HealthStatusManager health = new HealthStatusManager();
            health.setStatus("shop.Old", io.grpc.health.v1.HealthCheckResponse.ServingStatus.NOT_SERVING);
            return with(health.getHealthService());
        }

        public TestServer start() {
            TestServer[] made = new TestServer[1];
            io.grpc.ServerBuilder<?> builder = Grpc.newServerBuilderForPort(0, credentials)
                    .intercept(new ServerInterceptor() {
                        @Override
                        public <Q, A> ServerCall.Listener<Q> interceptCall(
                                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                            made[0].metadata.add(headers);
                            return next.startCall(call, headers);
                        }
                    });
            services.forEach(builder::addService);
            for (FileDescriptor file : files) {
                file.getServices().forEach(service -> builder.addService(definition(service)));
            }
            made[0] = new TestServer(builder.build());
            try {
                made[0].server.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return made[0];
        }

        private ServerServiceDefinition definition(ServiceDescriptor service) {
            List<GrpcMethod> all =
                    service.getMethods().stream().map(GrpcMethod::of).toList();
            io.grpc.ServiceDescriptor.Builder description = io.grpc.ServiceDescriptor.newBuilder(service.getFullName())
                    .setSchemaDescriptor((ProtoFileDescriptorSupplier) service::getFile);
            all.forEach(method -> description.addMethod(method.call()));
            ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(description.build());
            for (GrpcMethod method : all) {
                definition.addMethod(ServerMethodDefinition.create(method.call(), handler(method)));
            }
            return definition.build();
        }

        private ServerCallHandler<DynamicMessage, DynamicMessage> handler(GrpcMethod method) {
            Messages messages = new Messages(ServiceCatalog.of(files).types());
            return (call, headers) -> {
                Conversation conversation = new Conversation(call, messages, method.types());
                call.sendHeaders(answerHeaders(headers));
                call.request(100);
                return new ServerCall.Listener<>() {
                    @Override
                    public void onMessage(DynamicMessage message) {
                        conversation.requests.add(messages.write(message));
                        if (method.types().isClientStreaming()) {
                            answer();
                        }
                    }

                    @Override
                    public void onHalfClose() {
                        conversation.complete = true;
                        answer();
                    }

                    private void answer() {
                        methods.get(method.name()).answer(conversation);
                    }
                };
            };
        }

        private static Metadata answerHeaders(Metadata headers) {
            Metadata answer = new Metadata();
            Metadata.Key<String> echo = Metadata.Key.of("x-echo", Metadata.ASCII_STRING_MARSHALLER);
            String value = headers.get(echo);
            if (value != null) {
                answer.put(echo, value);
            }
            return answer;
        }
    }

    public static Builder of(Map<String, String> protos) {
        return new Builder(protos);
    }

    public String address() {
        return "localhost:" + server.getPort();
    }

    /** The metadata of the calls so far. */
    List<Metadata> metadata() {
        return metadata;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
