package io.mockarty.perf.module.grpc;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.squareup.wire.schema.CoreLoader;
import com.squareup.wire.schema.EnclosingType;
import com.squareup.wire.schema.ErrorCollector;
import com.squareup.wire.schema.Field;
import com.squareup.wire.schema.Linker;
import com.squareup.wire.schema.Loader;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.MessageType;
import com.squareup.wire.schema.ProtoFile;
import com.squareup.wire.schema.Schema;
import com.squareup.wire.schema.SchemaException;
import com.squareup.wire.schema.Type;
import com.squareup.wire.schema.internal.SchemaEncoder;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code .proto} files. The parser and the linker of Wire do the work, fed with texts instead of paths. */
final class ProtoFiles implements Loader {

    private final Function<String, @Nullable String> reader;
    private final Map<String, ProtoFile> loaded = new LinkedHashMap<>();

    private ProtoFiles(Function<String, @Nullable String> reader) {
        this.reader = reader;
    }

    /**
     * {@return the descriptors of some files and of what they import}
     *
     * @param names the files
     * @param reader gives the text of a file, or null when there is none
     * @throws ScriptException when a file is missing or malformed; with its name, line and column
     */
    static List<FileDescriptorProto> read(List<String> names, Function<String, @Nullable String> reader) {
        ProtoFiles files = new ProtoFiles(reader);
        try {
            return files.descriptors(names);
        } catch (SchemaException | IllegalStateException e) {
            throw new ScriptException("grpc.load: " + e.getMessage(), e);
        } catch (InvalidProtocolBufferException e) {
            throw new ScriptException("grpc.load: " + String.join(", ", names) + ": " + e.getMessage(), e);
        }
    }

    private List<FileDescriptorProto> descriptors(List<String> names) throws InvalidProtocolBufferException {
        List<ProtoFile> roots = new ArrayList<>();
        names.forEach(name -> roots.add(withImports(name, "the script")));
        Schema schema = new Linker(this, new ErrorCollector(), true, true).link(List.copyOf(loaded.values()));
        SchemaEncoder encoder = new SchemaEncoder(schema);
        List<FileDescriptorProto> descriptors = new ArrayList<>();
        for (ProtoFile file : schema.getProtoFiles()) {
            String path = file.getLocation().getPath();
            if (loaded.containsKey(path)) {
                FileDescriptorProto descriptor =
                        FileDescriptorProto.parseFrom(encoder.encode(file).toByteArray());
                descriptors.add(withJsonNames(descriptor, file));
            }
        }
        return descriptors;
    }

    private ProtoFile withImports(String name, String wantedBy) {
        ProtoFile known = loaded.get(name);
        if (known != null) {
            return known;
        }
        String text = reader.apply(name);
        if (text == null) {
            throw new ScriptException("grpc.load: \"" + name + "\", which " + wantedBy
                    + " wants, is not there (expected: a file in one of the import paths, or beside the script)");
        }
        ProtoFileElement element = ProtoParser.Companion.parse(Location.get(name), text);
        ProtoFile file = ProtoFile.Companion.get(element);
        loaded.put(name, file);
        for (List<String> imports : List.of(file.getImports(), file.getPublicImports(), file.getWeakImports())) {
            for (String each : imports) {
                if (!DescriptorFiles.isWellKnown(each)) {
                    withImports(each, name);
                }
            }
        }
        return file;
    }

    @Override
    public ProtoFile load(String path) {
        ProtoFile file = loaded.get(path);
        return file == null ? CoreLoader.INSTANCE.load(path) : file;
    }

    @Override
    public Loader withErrors(ErrorCollector errors) {
        return this;
    }

    /** Adds what the encoder of Wire leaves out. */
    private static FileDescriptorProto withJsonNames(FileDescriptorProto descriptor, ProtoFile file) {
        FileDescriptorProto.Builder builder = descriptor.toBuilder();
        for (DescriptorProto.Builder message : builder.getMessageTypeBuilderList()) {
            addJsonNames(message, file.getTypes());
        }
        return builder.build();
    }

    private static void addJsonNames(DescriptorProto.Builder message, List<? extends Type> types) {
        for (Type type : types) {
            if (!type.getType().getSimpleName().equals(message.getName())) {
                continue;
            }
            if (type instanceof MessageType declared) {
                Map<String, String> names = new LinkedHashMap<>();
                for (Field field : declared.getFieldsAndOneOfFields()) {
                    if (field.getDeclaredJsonName() != null) {
                        names.put(field.getName(), field.getDeclaredJsonName());
                    }
                }
                for (FieldDescriptorProto.Builder field : message.getFieldBuilderList()) {
                    String name = names.get(field.getName());
                    if (name != null) {
                        field.setJsonName(name);
                    }
                }
            }
            if (type instanceof MessageType || type instanceof EnclosingType) {
                message.getNestedTypeBuilderList().forEach(nested -> addJsonNames(nested, type.getNestedTypes()));
            }
        }
    }
}
