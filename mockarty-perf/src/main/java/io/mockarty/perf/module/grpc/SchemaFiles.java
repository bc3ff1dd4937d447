package io.mockarty.perf.module.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.protobuf.ProtoUtils;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services that files beside the script describe; each set of files is worked through once in a run. */
final class SchemaFiles {

    private final ModuleContext user;
    private String reason = "";

    SchemaFiles(ModuleContext user) {
        this.user = user;
    }

    private record Protos(List<String> importPaths, List<String> files, List<String> texts) {}

    private record Protoset(String path, ByteString content) {}

    ServiceCatalog protos(List<String> importPaths, List<String> files) {
        if (files.isEmpty()) {
            throw new ScriptException("grpc.load: no files (expected: load(importPaths, 'service.proto', ...))");
        }
        List<String> texts = new ArrayList<>();
        for (String file : files) {
            String text = find(importPaths, file);
            if (text == null) {
                throw new ScriptException("grpc.load: \"" + file + "\" cannot be read, " + reason
                        + " (expected: a file beside the script, or in one of " + importPaths + ")");
            }
            texts.add(text);
        }
        return user.shared(
                new Protos(importPaths, files, texts),
                () -> ServiceCatalog.of(
                        DescriptorFiles.link("grpc.load", ProtoFiles.read(files, name -> find(importPaths, name)))));
    }

    private @Nullable String find(List<String> importPaths, String name) {
        for (String path : importPaths) {
            String text = read(path.isEmpty() || path.endsWith("/") ? path + name : path + "/" + name);
            if (text != null) {
                return text;
            }
        }
        String text = read(name);
        return text == null && name.startsWith("google/") ? bundled(name) : text;
    }

    /** Files such as {@code google/api/annotations.proto}, which the library of gRPC brings along. */
    private static @Nullable String bundled(String name) {
        try (InputStream stream = ProtoUtils.class.getClassLoader().getResourceAsStream(name)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable String read(String path) {
        try {
            return new String(user.readFile(path), StandardCharsets.UTF_8);
        } catch (ScriptException e) {
            reason = String.valueOf(e.getMessage());
            return null;
        }
    }

    ServiceCatalog protoset(String path) {
        byte[] content = user.readFile(path);
        return user.shared(new Protoset(path, ByteString.copyFrom(content)), () -> {
            try {
                return ServiceCatalog.of(DescriptorFiles.link(
                        "grpc.loadProtoset: " + path,
                        FileDescriptorSet.parseFrom(content).getFileList()));
            } catch (InvalidProtocolBufferException e) {
                throw new ScriptException(
                        "grpc.loadProtoset: \"" + path + "\" (expected: a file that protoc --descriptor_set_out wrote)",
                        e);
            }
        });
    }
}
