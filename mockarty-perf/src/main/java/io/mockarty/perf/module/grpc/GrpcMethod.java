package io.mockarty.perf.module.grpc;

import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;

/**
 * A method, described for Protocol Buffers and for gRPC.
 *
 * @param types the types of its messages
 * @param call how it is called
 */
record GrpcMethod(Descriptors.MethodDescriptor types, MethodDescriptor<DynamicMessage, DynamicMessage> call) {

    static GrpcMethod of(Descriptors.MethodDescriptor types) {
        return new GrpcMethod(
                types,
                MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                        .setType(type(types))
                        .setFullMethodName(ServiceCatalog.nameOf(types))
                        .setRequestMarshaller(
                                ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(types.getInputType())))
                        .setResponseMarshaller(
                                ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(types.getOutputType())))
                        .build());
    }

    private static MethodType type(Descriptors.MethodDescriptor types) {
        if (types.isClientStreaming()) {
            return types.isServerStreaming() ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING;
        }
        return types.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    }

    /** The full name, such as {@code pkg.Service/Method}. */
    String name() {
        return call.getFullMethodName();
    }

    boolean isUnary() {
        return call.getType() == MethodType.UNARY;
    }
}
