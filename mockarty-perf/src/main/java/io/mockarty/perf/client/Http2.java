package io.mockarty.perf.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends requests to servers that prefer HTTP/2; needs a library, which may be missing. Thread-safe. */
interface Http2 extends AutoCloseable {

    /** Sends a request and reads the answer. */
    HttpAnswer send(HttpCall call, Origin origin, Duration left) throws HttpFailure;

    /** Closes connections that are not in use. */
    void closeIdle();

    /** Ends everything at once. */
    @Override
    void close();

    /** One for a client, or null when the library is missing. */
    static @Nullable Http2 create(ClientSettings settings, Addresses addresses) {
        try {
            Class.forName("okhttp3.OkHttpClient", false, Http2.class.getClassLoader());
            return new OkHttp2(settings, addresses);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** Whether HTTP/2 knows such a request; HTTP/1.1 lets a GET have a body. */
    static boolean knows(HttpCall call) {
        boolean without = call.method().equals("GET") || call.method().equals("HEAD");
        return !without || call.body() == null;
    }
}
