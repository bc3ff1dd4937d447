package io.mockarty.journal;

import io.mockarty.request.MockReply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is kept, in its journal and among all entries of the server, so that either can let go of it at once.
 * Made of few objects; the entry is put together when somebody asks.
 */
final class Slot {

    private static final int OVERHEAD_BYTES = 128;

    private final Journal owner;
    private final long sequence;
    private final byte[] request;
    private final Answer answer;
    private final long receivedSecond;
    private final int receivedNano;
    private final long size;

    /** The neighbours among all entries of the server; guarded by the budget. */
    @Nullable
    Slot older;

    @Nullable
    Slot newer;

    /** What became of a request. */
    record Answer(MockReply reply, @Nullable String mockId, long startedNanos, long servedInNanos, boolean truncated) {}

    Slot(Journal owner, long sequence, Instant receivedAt, byte[] request, Answer answer) {
        this.owner = owner;
        this.sequence = sequence;
        this.receivedSecond = receivedAt.getEpochSecond();
        this.receivedNano = receivedAt.getNano();
        this.request = request;
        this.answer = answer;
        this.size = OVERHEAD_BYTES + request.length + answer.reply.approximateSize();
    }

    Journal owner() {
        return owner;
    }

    long sequence() {
        return sequence;
    }

    /** About how many bytes of heap this slot takes. */
    long size() {
        return size;
    }

    @Nullable
    String mockId() {
        return answer.mockId;
    }

    /** When the request came, as {@link System#nanoTime} saw it. */
    long startedNanos() {
        return answer.startedNanos;
    }

    JournalEntry entry() {
        return new JournalEntry(
                sequence,
                Instant.ofEpochSecond(receivedSecond, receivedNano),
                PackedRequest.unpack(request),
                answer.reply,
                answer.mockId,
                new JournalEntry.Outcome(Duration.ofNanos(answer.servedInNanos), answer.truncated));
    }
}
