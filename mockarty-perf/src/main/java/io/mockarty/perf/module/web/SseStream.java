package io.mockarty.perf.module.web;

import io.mockarty.perf.client.HttpClient.StreamedAnswer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** A stream of events that is open. Used by one thread. */
final class SseStream implements AutoCloseable {

    private final StreamedAnswer answer;
    private final SseParser parser;
    private final Alarm alarm;
    private final Reader reader;
    private final char[] buffer = new char[4096];
    private final Deque<SseEvent> waiting = new ArrayDeque<>();
    private boolean open = true;

    SseStream(StreamedAnswer answer, SseParser parser, Alarm alarm) {
        this.answer = answer;
        this.parser = parser;
        this.alarm = alarm;
        reader = new InputStreamReader(answer.body(), StandardCharsets.UTF_8);
    }

    /** Whether an answer is a stream of events. */
    static boolean isOne(StreamedAnswer answer) {
        String type = answer.head().headers().first("Content-Type");
        return answer.head().status() == 200
                && type != null
                && type.toLowerCase(java.util.Locale.ROOT).startsWith("text/event-stream");
    }

    /**
     * {@return the next event, or null when the stream has ended or the time is over}
     *
     * @param deadline until when to wait, as {@link System#nanoTime}; the stream ends then
     */
    @Nullable
    SseEvent next(long deadline) {
        if (waiting.isEmpty() && open) {
            ScheduledFuture<?> bell = alarm.at(deadline, answer.end());
            try {
                read();
            } finally {
                bell.cancel(false);
            }
        }
        return waiting.poll();
    }

    private void read() {
        try {
            while (waiting.isEmpty()) {
                int count = reader.read(buffer);
                if (count < 0) {
                    open = false;
                    return;
                }
                waiting.addAll(parser.feed(buffer, count));
            }
        } catch (IOException e) {
            // The server is gone, or the time is over: in both cases nothing more will come.
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        answer.end().run();
    }
}
