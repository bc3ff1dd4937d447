package io.mockarty.perf.module.grpc;

import com.google.protobuf.AnyProto;
import com.google.protobuf.ApiProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.SourceContextProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.TypeProto;
import com.google.protobuf.WrappersProto;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links files of descriptors to each other. */
final class DescriptorFiles {

    private static final Map<String, FileDescriptor> WELL_KNOWN = wellKnown();

    private final String source;
    private final Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
    private final Map<String, FileDescriptor> linked = new LinkedHashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    private DescriptorFiles(String source) {
        this.source = source;
    }

    /**
     * {@return the files, linked}
     *
     * @param source where they come from, for messages
     * @param files all of them, in any order; those of {@code google/protobuf} may be missing
     */
    static List<FileDescriptor> link(String source, Collection<FileDescriptorProto> files) {
        DescriptorFiles linker = new DescriptorFiles(source);
        files.forEach(file -> linker.files.putIfAbsent(file.getName(), file));
        List<FileDescriptor> all = new ArrayList<>();
        for (String name : linker.files.keySet()) {
            all.add(linker.link(name, name));
        }
        return all;
    }

    static boolean isWellKnown(String name) {
        return WELL_KNOWN.containsKey(name);
    }

    private FileDescriptor link(String name, String wantedBy) {
        FileDescriptor known = WELL_KNOWN.getOrDefault(name, linked.get(name));
        if (known != null) {
            return known;
        }
        FileDescriptorProto file = files.get(name);
        if (file == null) {
            throw new ScriptException(
                    source + ": " + wantedBy + " imports " + name + " (expected: a file that comes with it)");
        }
        if (!inProgress.add(name)) {
            throw new ScriptException(source + ": " + name + " and " + wantedBy + " import each other");
        }
        List<FileDescriptor> dependencies = new ArrayList<>();
        for (String dependency : file.getDependencyList()) {
            dependencies.add(link(dependency, name));
        }
        try {
            FileDescriptor result = FileDescriptor.buildFrom(file, dependencies.toArray(FileDescriptor[]::new));
            linked.put(name, result);
            return result;
        } catch (DescriptorValidationException e) {
            throw new ScriptException(source + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, FileDescriptor> wellKnown() {
        Map<String, FileDescriptor> files = new LinkedHashMap<>();
        for (FileDescriptor file : List.of(
                AnyProto.getDescriptor(),
                ApiProto.getDescriptor(),
                DurationProto.getDescriptor(),
                EmptyProto.getDescriptor(),
                FieldMaskProto.getDescriptor(),
                SourceContextProto.getDescriptor(),
                StructProto.getDescriptor(),
                TimestampProto.getDescriptor(),
                TypeProto.getDescriptor(),
                WrappersProto.getDescriptor(),
                com.google.protobuf.DescriptorProtos.getDescriptor())) {
            files.put(file.getName(), file);
        }
        return Map.copyOf(files);
    }
}
