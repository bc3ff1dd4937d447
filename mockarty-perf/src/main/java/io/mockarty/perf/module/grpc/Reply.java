package io.mockarty.perf.module.grpc;

import com.google.protobuf.DynamicMessage;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a call with one answer ended.
 *
 * @param status the status
 * @param message the answer, or null when there is none
 * @param headers what came before the answer
 * @param trailers what came after it
 * @param milliseconds from the start of the call to its end
 * @param sent bytes of the message that went out
 * @param received bytes of the message that came in
 */
record Reply(
        Status status,
        @Nullable DynamicMessage message,
        Metadata headers,
        Metadata trailers,
        double milliseconds,
        long sent,
        long received) {

    /** One byte for the compression and four for the length precede each message. */
    static final int MESSAGE_PREFIX = 5;

    /** A call that could not be made. */
    static Reply of(Status status, double milliseconds) {
        return new Reply(status, null, new Metadata(), new Metadata(), milliseconds, 0, 0);
    }

    /** What the status says, with the cause that the library keeps beside it. */
    static String describe(Status status) {
        StringBuilder text = new StringBuilder(
                status.getDescription() == null ? status.getCode().name() : status.getDescription());
        Throwable cause = status.getCause();
        while (cause != null) {
            if (cause.getMessage() != null && text.indexOf(cause.getMessage()) < 0) {
                text.append(": ").append(cause.getMessage());
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
