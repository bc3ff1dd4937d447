package io.mockarty.perf.module.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.reflection.v1.ErrorResponse;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server what services it has: for the names of the services, the file of each, and for imports that did not
 * come along.
 */
final class Reflection extends ClientCall.Listener<ServerReflectionResponse> {

    private static final String OWN = "grpc.reflection.";
    private static final MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> CURRENT =
            ServerReflectionGrpc.getServerReflectionInfoMethod();

    /** The older version has the same messages under another name. */
    private static final MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> OLDER = CURRENT.toBuilder()
            .setFullMethodName("grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo")
            .build();

    private final GrpcConnection connection;
    private final ClientCall<ServerReflectionRequest, ServerReflectionResponse> call;
    private final CompletableFuture<ServiceCatalog> result;
    private final boolean current;
    private final Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
    private final Deque<ServerReflectionRequest> questions = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();

    private Reflection(
            GrpcConnection connection,
            MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> method,
            CompletableFuture<ServiceCatalog> result) {
        this.connection = connection;
        this.result = result;
        this.current = method == CURRENT;
        call = connection
                .channel()
                .newCall(
                        method,
                        CallOptions.DEFAULT.withDeadlineAfter(
                                connection.options().timeout().toNanos(), TimeUnit.NANOSECONDS));
    }

    /**
     * Asks.
     *
     * @param result gets the answer; fails with a {@link StatusException}, or a {@code ScriptException} when the files
     *     are broken
     */
    static void ask(GrpcConnection connection, CompletableFuture<ServiceCatalog> result) {
        new Reflection(connection, CURRENT, result).start();
    }

    private void start() {
        call.start(this, MetadataValues.toMetadata(connection.options().reflectMetadata()));
        call.request(1);
        call.sendMessage(
                ServerReflectionRequest.newBuilder().setListServices("*").build());
    }

    @Override
    public void onMessage(ServerReflectionResponse answer) {
        try {
            take(answer);
        } catch (InvalidProtocolBufferException e) {
            fail(Status.INTERNAL.withDescription("the answer of server reflection is malformed: " + e.getMessage()));
            return;
        }
        ServerReflectionRequest next = questions.poll();
        if (next == null) {
            complete();
        } else {
            call.request(1);
            call.sendMessage(next);
        }
    }

    private void take(ServerReflectionResponse answer) throws InvalidProtocolBufferException {
        switch (answer.getMessageResponseCase()) {
            case LIST_SERVICES_RESPONSE -> {
                for (ServiceResponse service : answer.getListServicesResponse().getServiceList()) {
                    if (!service.getName().startsWith(OWN)) {
                        questions.add(ServerReflectionRequest.newBuilder()
                                .setFileContainingSymbol(service.getName())
                                .build());
                    }
                }
            }
            case FILE_DESCRIPTOR_RESPONSE -> {
                for (ByteString file : answer.getFileDescriptorResponse().getFileDescriptorProtoList()) {
                    FileDescriptorProto descriptor = FileDescriptorProto.parseFrom(file);
                    files.putIfAbsent(descriptor.getName(), descriptor);
                }
                askForMissingFiles();
            }
            case ERROR_RESPONSE -> {
                // A server may list a service that it cannot describe; the others can still be called.
                ErrorResponse error = answer.getErrorResponse();
                if (questions.isEmpty() && files.isEmpty()) {
                    fail(Status.fromCodeValue(error.getErrorCode()).withDescription(error.getErrorMessage()));
                }
            }
            default -> fail(Status.INTERNAL.withDescription("server reflection answered something else"));
        }
    }

    private void askForMissingFiles() {
        for (FileDescriptorProto file : Map.copyOf(files).values()) {
            for (String dependency : file.getDependencyList()) {
                if (!files.containsKey(dependency)
                        && !DescriptorFiles.isWellKnown(dependency)
                        && asked.add(dependency)) {
                    questions.add(ServerReflectionRequest.newBuilder()
                            .setFileByFilename(dependency)
                            .build());
                }
            }
        }
    }

    private void complete() {
        call.halfClose();
        try {
            result.complete(ServiceCatalog.of(DescriptorFiles.link(
                    "the files that " + connection.options().address() + " describes", files.values())));
        } catch (io.mockarty.perf.module.ScriptException e) {
            result.completeExceptionally(e);
        }
    }

    private void fail(Status status) {
        result.completeExceptionally(status.asException());
        call.cancel("the answer is of no use", null);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        Status end = status.isOk() ? Status.INTERNAL.withDescription("server reflection ended early") : status;
        if (current && end.getCode() == Status.Code.UNIMPLEMENTED && files.isEmpty()) {
            new Reflection(connection, OLDER, result).start();
        } else {
            result.completeExceptionally(end.asException());
        }
    }
}
