package io.mockarty.namespace;

import io.mockarty.match.RequestPattern;
import io.mockarty.mock.Mock;
import io.mockarty.render.ResponseTemplate;
import io.mockarty.render.WebhookTemplate;
import io.mockarty.repository.StoredMock;
import io.mockarty.request.MockReply;
import io.mockarty.store.Store;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A saved mock: its document, what was compiled from it, and what it has counted since it was saved. Thread-safe. */
public final class LiveMock {

    private final CompiledMock compiled;
    private final StoredMock stored;
    private final String id;
    private final Usage usage;
    private final boolean mayBlock;
    private final @Nullable MockReply fixedReply;
    private final @Nullable LiveMock origin;

    /** Whether an overlay has used this mock, which counts there and not here. */
    private volatile boolean usedElsewhere;

    private LiveMock(CompiledMock compiled, StoredMock stored, Usage usage, @Nullable LiveMock origin) {
        this.compiled = compiled;
        this.stored = stored;
        this.id = stored.id();
        this.usage = usage;
        this.origin = origin;
        this.mayBlock = compiled.usesSharedStores() || usage instanceof SharedUsage && compiled.isCounted();
        List<ResponseTemplate> responses = compiled.responses();
        boolean plain = responses.size() == 1
                && compiled.webhooks().isEmpty()
                && compiled.extraction().isEmpty();
        this.fixedReply = plain ? responses.get(0).constantReply() : null;
    }

    /**
     * Makes a mock that answers.
     *
     * @param compiled what it was compiled to
     * @param stored how it is kept
     * @param usage what counts for it
     */
    LiveMock(CompiledMock compiled, StoredMock stored, Usage usage) {
        this(compiled, stored, usage, null);
    }

    /** {@return the same mock for an overlay, where it starts to count afresh} */
    LiveMock forOverlay() {
        return new LiveMock(compiled, stored, new Usage(stored.document()), this);
    }

    /** {@return the mock as it was saved, with what it has counted since} */
    public Mock document() {
        return usage.addTo(stored.document());
    }

    /** {@return the id} */
    public String id() {
        return id;
    }

    /** {@return how it is kept} */
    StoredMock stored() {
        return stored;
    }

    /** {@return what counts for it} */
    Usage usage() {
        return usage;
    }

    /** {@return whether answering may wait for a database, when stores and counters are kept in one} */
    boolean mayBlock() {
        return mayBlock;
    }

    /** {@return whether nobody minds when it is never used} */
    boolean isLenient() {
        return stored.document().lenient();
    }

    /** {@return which mock wins when several match: the higher} */
    public long priority() {
        return stored.document().priority();
    }

    /** {@return the chain, or null} */
    public @Nullable String chainId() {
        return stored.document().chainId();
    }

    /** {@return which HTTP requests it answers, or null for a mock of another protocol} */
    public @Nullable RequestPattern pattern() {
        return compiled.pattern();
    }

    /** {@return true when an upstream server answers instead} */
    public boolean isProxy() {
        return compiled.responses().isEmpty();
    }

    /** {@return the reply of a mock that answers every request alike and does nothing else, or null for any other} */
    public @Nullable MockReply fixedReply() {
        return fixedReply;
    }

    /**
     * Picks the response for one request.
     *
     * @param random chance, asked only when the mock picks by chance
     * @return the response
     */
    public ResponseTemplate pick(Supplier<RandomGenerator> random) {
        List<ResponseTemplate> responses = compiled.responses();
        return responses.size() == 1 ? responses.get(0) : responses.get(usage.pick(responses.size(), random));
    }

    /** {@return what a request leaves in the stores} */
    public Extraction extraction() {
        return compiled.extraction();
    }

    /** {@return the messages sent after answering} */
    public List<WebhookTemplate> webhooks() {
        return compiled.webhooks();
    }

    /** {@return a store for one request, with the content the mock gives it} */
    public Store newMockStore() {
        return new Store(stored.document().mStore());
    }

    /**
     * Tells whether the mock has outlived its time.
     *
     * @param nowMillis the time of the namespace, in milliseconds since the epoch
     * @return true when it has
     */
    public boolean isExpired(long nowMillis) {
        return usage.isExpired(nowMillis);
    }

    /** {@return true when the mock has answered as often as it may} */
    public boolean isExhausted() {
        return usage.isExhausted();
    }

    /** {@return how many requests the mock has answered} */
    public long uses() {
        return usage.get();
    }

    /**
     * Takes one use of the mock; exact when many threads ask at once.
     *
     * @param nowMillis the time of the namespace, in milliseconds since the epoch
     * @return false when the mock is expired or exhausted
     */
    boolean tryUse(long nowMillis) {
        boolean used = usage.tryUse(nowMillis);
        if (used && origin != null) {
            origin.markUsed();
        }
        return used;
    }

    private void markUsed() {
        if (!usedElsewhere) {
            usedElsewhere = true;
            if (origin != null) {
                origin.markUsed();
            }
        }
    }

    /** {@return whether it has answered a request, here or in an overlay} */
    boolean wasUsed() {
        return usedElsewhere || usage.get() > 0;
    }
}
