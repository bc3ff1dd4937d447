package io.mockarty.perf.module.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.util.JsonFormat.TypeRegistry;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The methods that can be called, with the types of their messages. Immutable. */
final class ServiceCatalog {

    static final ServiceCatalog EMPTY = new ServiceCatalog(List.of());

    private static final int MAX_SUGGESTIONS = 8;

    private final List<FileDescriptor> files;
    private final Map<String, MethodDescriptor> methods = new TreeMap<>();
    private final TypeRegistry types;

    private ServiceCatalog(List<FileDescriptor> files) {
        this.files = files;
        TypeRegistry.Builder registry = TypeRegistry.newBuilder();
        for (FileDescriptor file : files) {
            for (Descriptor type : file.getMessageTypes()) {
                registry.add(type);
            }
            for (ServiceDescriptor service : file.getServices()) {
                service.getMethods().forEach(method -> methods.put(nameOf(method), method));
            }
        }
        types = registry.build();
    }

    static ServiceCatalog of(Collection<FileDescriptor> files) {
        return new ServiceCatalog(List.copyOf(files));
    }

    /** These methods and others, which replace equally named ones. */
    ServiceCatalog with(ServiceCatalog others) {
        Map<String, FileDescriptor> all = new LinkedHashMap<>();
        files.forEach(file -> all.put(file.getName(), file));
        others.files.forEach(file -> all.put(file.getName(), file));
        return of(all.values());
    }

    /** The types that an {@code Any} may contain. */
    TypeRegistry types() {
        return types;
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }

    /** The full name, such as {@code pkg.Service/Method}. */
    static String nameOf(MethodDescriptor method) {
        return method.getService().getFullName() + "/" + method.getName();
    }

    /** The method of a name such as {@code pkg.Service/Method}; a slash may precede it. */
    MethodDescriptor method(String name) {
        MethodDescriptor method = methods.get(name.startsWith("/") ? name.substring(1) : name);
        if (method == null) {
            throw new ScriptException("grpc: method \"" + name + "\" (expected: " + known() + ")");
        }
        return method;
    }

    private String known() {
        if (methods.isEmpty()) {
            return "services known from connect with { reflect: true }, or from load before";
        }
        String first = String.join(
                ", ", methods.keySet().stream().limit(MAX_SUGGESTIONS).toList());
        int more = methods.size() - MAX_SUGGESTIONS;
        return more > 0 ? first + " or one of " + more + " others" : first;
    }

    /** What {@code load} returns: each method with package, service, name and kind. */
    List<Map<String, Object>> description() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (MethodDescriptor method : methods.values()) {
            list.add(Map.of(
                    "package", method.getFile().getPackage(),
                    "service", method.getService().getName(),
                    "fullMethod", "/" + nameOf(method),
                    "isClientStream", method.isClientStreaming(),
                    "isServerStream", method.isServerStreaming()));
        }
        return list;
    }
}
