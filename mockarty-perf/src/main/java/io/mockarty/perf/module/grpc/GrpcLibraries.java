package io.mockarty.perf.module.grpc;

import io.mockarty.perf.module.ScriptModule.Library;
import java.util.List;

/** The optional libraries behind gRPC in scripts. */
final class GrpcLibraries {

    static final List<Library> ALL = List.of(
            new Library("io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder", "io.grpc:grpc-netty-shaded"),
            new Library("io.grpc.protobuf.ProtoUtils", "io.grpc:grpc-protobuf"),
            new Library("io.grpc.reflection.v1.ServerReflectionGrpc", "io.grpc:grpc-services"),
            new Library("com.google.protobuf.DynamicMessage", "com.google.protobuf:protobuf-java"),
            new Library("com.google.protobuf.util.JsonFormat", "com.google.protobuf:protobuf-java-util"),
            new Library("com.squareup.wire.schema.Schema", "com.squareup.wire:wire-schema-jvm"));

    private GrpcLibraries() {}
}
