package io.mockarty.perf.module.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.JsonFormat.TypeRegistry;
import io.mockarty.json.Json;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages as JSON, by the rules of Protocol Buffers: names in lower camel case, 64-bit numbers and bytes as strings.
 * Fields without a value appear with their default, and messages that are not there as null; members of a oneof that
 * are not set are left out.
 */
final class Messages {

    private static final String WELL_KNOWN = "google.protobuf.";

    private final TypeRegistry types;
    private final JsonFormat.Parser parser;
    private final JsonFormat.Printer printer;

    Messages(TypeRegistry types) {
        this.types = types;
        parser = JsonFormat.parser().usingTypeRegistry(types);
        printer = JsonFormat.printer().usingTypeRegistry(types).omittingInsignificantWhitespace();
    }

    TypeRegistry types() {
        return types;
    }

    /**
     * {@return the message that a JSON text stands for}
     *
     * @param type what it is
     * @param json the text; names may be in lower camel case or as in the .proto file
     * @throws ScriptException when the text does not fit the type
     */
    DynamicMessage read(Descriptor type, String json) {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
        try {
            parser.merge(json, builder);
        } catch (InvalidProtocolBufferException e) {
            throw new ScriptException(
                    "grpc: message: " + e.getMessage() + " (expected: a " + type.getFullName() + ")", e);
        }
        return builder.build();
    }

    /** {@return the message as a JSON value} */
    @Nullable
    Object write(Message message) {
        Descriptor type = message.getDescriptorForType();
        if (type.getFullName().startsWith(WELL_KNOWN)) {
            return special(message);
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (FieldDescriptor field : type.getFields()) {
            if (field.getContainingOneof() == null || message.hasField(field)) {
                members.put(field.getJsonName(), field(message, field));
            }
        }
        message.getAllFields().forEach((field, value) -> {
            if (field.isExtension()) {
                members.put("[" + field.getFullName() + "]", value(field, value));
            }
        });
        return members;
    }

    private @Nullable Object field(Message message, FieldDescriptor field) {
        if (field.isMapField()) {
            return map(message, field);
        }
        if (field.isRepeated()) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                list.add(value(field, message.getRepeatedField(field, i)));
            }
            return list;
        }
        if (field.hasPresence() && !message.hasField(field)) {
            return null;
        }
        return value(field, message.getField(field));
    }

    private Map<String, @Nullable Object> map(Message message, FieldDescriptor field) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
            Message entry = (Message) message.getRepeatedField(field, i);
            map.put(String.valueOf(value(key, entry.getField(key))), value(value, entry.getField(value)));
        }
        return map;
    }

    private @Nullable Object value(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> ((Integer) value).longValue();
            case UINT32, FIXED32 -> Integer.toUnsignedLong((Integer) value);
            case INT64, SINT64, SFIXED64 -> value.toString();
            case UINT64, FIXED64 -> Long.toUnsignedString((Long) value);
            case FLOAT -> number(((Float) value).doubleValue(), value.toString());
            case DOUBLE -> number((Double) value, value.toString());
            case BOOL, STRING -> value;
            case BYTES -> Base64.getEncoder().encodeToString(((ByteString) value).toByteArray());
            case ENUM -> constant((EnumValueDescriptor) value);
            case MESSAGE, GROUP -> write((Message) value);
        };
    }

    /** A float of 0.1 is 0.1 and not the double next to it, as its text shows. */
    private static Object number(double value, String text) {
        return Double.isFinite(value) ? (Object) Double.parseDouble(text) : text;
    }

    private static @Nullable Object constant(EnumValueDescriptor value) {
        if (value.getType().getFullName().equals("google.protobuf.NullValue")) {
            return null;
        }
        return value.getIndex() < 0 ? (Object) (long) value.getNumber() : value.getName();
    }

    /** Timestamps, durations, wrappers and the like have a JSON form of their own. */
    private @Nullable Object special(Message message) {
        try {
            return Json.parse(printer.print(message));
        } catch (InvalidProtocolBufferException e) {
            return unknown(message);
        }
    }

    /** An {@code Any} of a type that nobody has told us. */
    private static Map<String, @Nullable Object> unknown(Message message) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            Object value = message.getField(field);
            String name = field.getName().equals("type_url") ? "@type" : field.getJsonName();
            members.put(
                    name,
                    field.getJavaType() == JavaType.BYTE_STRING
                            ? Base64.getEncoder().encodeToString(((ByteString) value).toByteArray())
                            : String.valueOf(value));
        }
        return members;
    }
}
