/**
 * gRPC in scripts. Start with {@link io.mockarty.perf.module.grpc.GrpcModule}, then
 * {@link io.mockarty.perf.module.grpc.GrpcClient}.
 */
@NullMarked
package io.mockarty.perf.module.grpc;

import org.jspecify.annotations.NullMarked;
