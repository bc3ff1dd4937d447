package io.mockarty.render;

import io.mockarty.expression.Scope;
import io.mockarty.expression.Template;
import io.mockarty.mock.Problems;
import io.mockarty.mock.Response;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled response. One without expressions is a reply that is made once and handed out again and again. Immutable
 * and thread-safe.
 */
public final class ResponseTemplate {

    private record HeaderTemplate(String name, Template value) {}

    private final int status;
    private final Duration delay;
    private final List<HeaderTemplate> headers;
    private final boolean contentTypeGiven;
    private final Payload payload;
    private final @Nullable MockReply constant;

    private ResponseTemplate(Response response, List<HeaderTemplate> headers, Payload payload) {
        this.status = response.statusCode();
        this.delay = Duration.ofMillis(response.delay());
        this.headers = headers;
        this.contentTypeGiven = headers.stream().anyMatch(header -> header.name.equalsIgnoreCase("Content-Type"));
        this.payload = payload;
        boolean fixed =
                payload instanceof Payload.Fixed && headers.stream().allMatch(header -> header.value.isConstant());
        this.constant = fixed ? fixed(((Payload.Fixed) payload).content()) : null;
    }

    /**
     * Compiles a response.
     *
     * @param response the response
     * @param files where template files are read from
     * @param path the field the response stands in, for messages
     * @param problems gets everything that is wrong
     * @return the template; of no use when problems were added
     */
    public static ResponseTemplate compile(Response response, TemplateRoot files, String path, Problems problems) {
        List<HeaderTemplate> headers = new ArrayList<>();
        response.headers().forEach((name, values) -> {
            for (int i = 0; i < values.size(); i++) {
                String field = path + ".headers." + name + "[" + i + "]";
                Template template = JsonTemplate.parse(values.get(i), field, problems);
                if (template != null) {
                    headers.add(new HeaderTemplate(name.intern(), template));
                }
            }
        });
        checkEvents(response, path, problems);
        return new ResponseTemplate(
                response, List.copyOf(headers), new PayloadCompiler(files, path, problems).compile(response));
    }

    private static void checkEvents(Response response, String path, Problems problems) {
        if (response.sseEventChain() != null) {
            JsonTemplate.compile(response.sseEventChain().json(), path + ".sseEventChain", problems);
        }
    }

    /** {@return true when {@link #render} does not look at its scope} */
    public boolean isConstant() {
        return constant != null;
    }

    /** {@return true when a value may come from a store that outlives the request} */
    public boolean readsSharedStores() {
        return payload.readsSharedStores() || headers.stream().anyMatch(header -> header.value.readsSharedStores());
    }

    /** {@return the reply of a template without expressions, or null when the reply depends on the request} */
    public @Nullable MockReply constantReply() {
        return constant;
    }

    /**
     * Makes the reply for one request.
     *
     * @param scope what the expressions look at
     * @return the reply
     */
    public MockReply render(Scope scope) {
        if (constant != null) {
            return constant;
        }
        Headers.Builder fields = Headers.builder();
        for (HeaderTemplate header : headers) {
            fields.add(header.name, oneLine(header.value.text(scope)));
        }
        return reply(payload.render(scope), fields);
    }

    private MockReply fixed(Payload.Content content) {
        Headers.Builder fields = Headers.builder();
        // Thousands of mocks share a few names and values; interned they stay in the processor's cache.
        headers.forEach(header ->
                fields.add(header.name, oneLine(header.value.constant()).intern()));
        return reply(content, fields);
    }

    private MockReply reply(Payload.Content content, Headers.Builder fields) {
        if (!contentTypeGiven && content.contentType() != null) {
            fields.add("Content-Type", content.contentType());
        }
        return new MockReply(status, fields.build(), content.bytes(), delay);
    }

    /**
     * Replaces control characters, which no header can hold: values come from requests, and a line break would let a
     * request write headers of its own.
     */
    static String oneLine(String value) {
        boolean isClean = value.chars().noneMatch(ResponseTemplate::isControl);
        return isClean ? value : value.replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]+", " ");
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t' || c == 0x7F;
    }
}
