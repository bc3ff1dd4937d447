package io.mockarty.namespace;

import io.mockarty.match.RequestPattern;
import io.mockarty.mock.HttpContext;
import io.mockarty.mock.Mock;
import io.mockarty.mock.OneOf;
import io.mockarty.mock.Problems;
import io.mockarty.mock.Response;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.mock.Webhook;
import io.mockarty.render.ResponseTemplate;
import io.mockarty.render.WebhookTemplate;
import io.mockarty.request.MockReply;
import io.mockarty.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A saved mock: its document, what was compiled from it, and what it has counted since it was saved. Thread-safe. */
public final class LiveMock {

    private final Mock document;
    private final String id;
    private final @Nullable RequestPattern pattern;
    private final List<ResponseTemplate> responses;
    private final Extraction extraction;
    private final List<WebhookTemplate> webhooks;
    private final Usage usage;
    private final @Nullable MockReply fixedReply;
    private final @Nullable LiveMock origin;

    /** Whether an overlay has used this mock, which counts there and not here. */
    private volatile boolean usedElsewhere;

    private LiveMock(Mock document, String id, Compiled compiled, @Nullable LiveMock origin) {
        this.document = document;
        this.id = id;
        this.pattern = compiled.pattern;
        this.responses = compiled.responses;
        this.extraction = compiled.extraction;
        this.webhooks = compiled.webhooks;
        this.origin = origin;
        this.usage = new Usage(document);
        boolean plain = responses.size() == 1 && webhooks.isEmpty() && extraction.isEmpty();
        this.fixedReply = plain ? responses.get(0).constantReply() : null;
    }

    private record Compiled(
            @Nullable RequestPattern pattern,
            List<ResponseTemplate> responses,
            Extraction extraction,
            List<WebhookTemplate> webhooks) {}

    /**
     * Compiles a mock.
     *
     * @param document the mock, with its id
     * @param files where template files are read from
     * @param problems gets everything that is wrong
     * @return the mock, of no use when problems were added
     */
    static LiveMock compile(Mock document, String id, TemplateRoot files, Problems problems) {
        HttpContext http = document.http();
        RequestPattern pattern =
                http == null ? null : RequestPattern.compile(http, document.pathPrefix(), files, problems);
        List<WebhookTemplate> webhooks = new ArrayList<>();
        for (Webhook webhook : document.webhooks()) {
            webhooks.add(WebhookTemplate.compile(webhook, "webhooks[" + webhooks.size() + "]", problems));
        }
        Compiled compiled = new Compiled(
                pattern,
                responses(document, files, problems),
                Extraction.compile(document, problems),
                List.copyOf(webhooks));
        return new LiveMock(document, id, compiled, null);
    }

    /** {@return the same mock for an overlay, where it starts to count afresh} */
    LiveMock forOverlay() {
        return new LiveMock(document, id, new Compiled(pattern, responses, extraction, webhooks), this);
    }

    private static List<ResponseTemplate> responses(Mock document, TemplateRoot files, Problems problems) {
        Response single = document.response();
        if (single != null) {
            return List.of(ResponseTemplate.compile(single, files, "response", problems));
        }
        OneOf oneOf = document.oneOf();
        List<ResponseTemplate> templates = new ArrayList<>();
        for (Response response : oneOf == null ? List.<Response>of() : oneOf.responses()) {
            String path = "oneOf.responses[" + templates.size() + "]";
            templates.add(ResponseTemplate.compile(response, files, path, problems));
        }
        return List.copyOf(templates);
    }

    /** {@return the mock as it was saved, with what it has counted since} */
    public Mock document() {
        return usage.addTo(document);
    }

    /** {@return the id} */
    public String id() {
        return id;
    }

    /** {@return whether nobody minds when it is never used} */
    boolean isLenient() {
        return document.lenient();
    }

    /** {@return which mock wins when several match: the higher} */
    public long priority() {
        return document.priority();
    }

    /** {@return the chain, or null} */
    public @Nullable String chainId() {
        return document.chainId();
    }

    /** {@return which HTTP requests it answers, or null for a mock of another protocol} */
    public @Nullable RequestPattern pattern() {
        return pattern;
    }

    /** {@return true when an upstream server answers instead} */
    public boolean isProxy() {
        return responses.isEmpty();
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
        return responses.size() == 1 ? responses.get(0) : responses.get(usage.pick(responses.size(), random));
    }

    /** {@return what a request leaves in the stores} */
    public Extraction extraction() {
        return extraction;
    }

    /** {@return the messages sent after answering} */
    public List<WebhookTemplate> webhooks() {
        return webhooks;
    }

    /** {@return a store for one request, with the content the mock gives it} */
    public Store newMockStore() {
        return new Store(document.mStore());
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
        return usage.uses();
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
        return usedElsewhere || usage.uses() > 0;
    }

    /** What a mock has counted: its uses, in one object with the limits they count against, and what else. */
    private static final class Usage extends AtomicLong {

        private static final long serialVersionUID = 1L;

        private final long limit;
        private final long expireAt;
        private final OneOf.Order order;
        private final AtomicLong picks;
        private volatile long lastUse;

        Usage(Mock document) {
            OneOf oneOf = document.oneOf();
            this.limit = document.useLimiter() == 0 ? Long.MAX_VALUE : document.useLimiter();
            this.expireAt = document.expireAt() == 0 ? Long.MAX_VALUE : document.expireAt();
            this.order = oneOf == null ? OneOf.Order.ORDER : oneOf.order();
            this.picks = new AtomicLong(oneOf == null ? 0 : oneOf.offset());
        }

        boolean isExpired(long nowMillis) {
            return nowMillis >= expireAt;
        }

        boolean isExhausted() {
            return get() >= limit;
        }

        long uses() {
            return get();
        }

        boolean tryUse(long nowMillis) {
            if (isExpired(nowMillis)) {
                return false;
            }
            if (limit == Long.MAX_VALUE) {
                incrementAndGet();
            } else if (getAndUpdate(count -> Math.min(count + 1, limit)) >= limit) {
                return false;
            }
            lastUse = nowMillis;
            return true;
        }

        int pick(int size, Supplier<RandomGenerator> random) {
            return order == OneOf.Order.RANDOM
                    ? random.get().nextInt(size)
                    : Math.floorMod(picks.getAndIncrement(), size);
        }

        Mock addTo(Mock document) {
            long count = get();
            return count == 0
                    ? document
                    : document.toBuilder()
                            .useCounter((int) Math.min(count, Integer.MAX_VALUE))
                            .lastUse(lastUse)
                            .build();
        }
    }
}
