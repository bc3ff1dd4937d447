package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.module.ModuleContext;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Turns what scripts give as a body into bytes: strings, buffers, forms, and forms with files. */
final class BodyEncoder {

    private static final String TYPE = "Content-Type";

    private final ModuleContext user;

    BodyEncoder(ModuleContext user) {
        this.user = user;
    }

    byte[] encode(Value body, HttpHeaders headers) {
        byte[] bytes = user.values().bytes(body);
        if (bytes != null) {
            return bytes;
        }
        if (!body.hasMembers()) {
            return RequestReader.text(body).getBytes(StandardCharsets.UTF_8);
        }
        boolean files = body.getMemberKeys().stream().anyMatch(name -> isFile(body.getMember(name)));
        return files ? multipart(body, headers) : form(body, headers);
    }

    private static boolean isFile(@Nullable Value value) {
        return value != null && value.hasMembers() && value.hasMember("filename") && value.hasMember("data");
    }

    private static byte[] form(Value body, HttpHeaders headers) {
        List<String> pairs = new ArrayList<>();
        for (String name : body.getMemberKeys()) {
            Value value = body.getMember(name);
            if (value.hasArrayElements()) {
                for (long i = 0; i < value.getArraySize(); i++) {
                    pairs.add(pair(name, value.getArrayElement(i)));
                }
            } else {
                pairs.add(pair(name, value));
            }
        }
        if (headers.first(TYPE) == null) {
            headers.add(TYPE, "application/x-www-form-urlencoded");
        }
        return String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
    }

    private static String pair(String name, Value value) {
        String text = RequestReader.text(value);
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The format of RFC 7578. */
    private byte[] multipart(Value body, HttpHeaders headers) {
        String boundary = "mockarty-" + Long.toHexString(System.nanoTime()) + Integer.toHexString(body.hashCode());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String name : body.getMemberKeys()) {
            Value value = body.getMember(name);
            write(out, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escape(name) + "\"");
            if (isFile(value)) {
                Value type = RequestReader.member(value, "content_type");
                write(
                        out,
                        "; filename=\"" + escape(RequestReader.text(value.getMember("filename")))
                                + "\"\r\nContent-Type: "
                                + (type == null ? "application/octet-stream" : type.asString()));
            }
            write(out, "\r\n\r\n");
            Value content = isFile(value) ? value.getMember("data") : value;
            byte[] bytes = user.values().bytes(content);
            out.writeBytes(bytes == null ? RequestReader.text(content).getBytes(StandardCharsets.UTF_8) : bytes);
            write(out, "\r\n");
        }
        write(out, "--" + boundary + "--\r\n");
        headers.set(TYPE, "multipart/form-data; boundary=" + boundary);
        return out.toByteArray();
    }

    private static String escape(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
