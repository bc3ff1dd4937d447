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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document was compiled to. Immutable and thread-safe.
 *
 * @param pattern which HTTP requests it answers, or null for a mock of another protocol
 * @param responses its answers; none when it proxies
 * @param extraction what a request leaves in the stores
 * @param webhooks the messages sent after answering
 * @param isCounted whether it takes answers in order, or one of a limited number of uses
 */
record CompiledMock(
        @Nullable RequestPattern pattern,
        List<ResponseTemplate> responses,
        Extraction extraction,
        List<WebhookTemplate> webhooks,
        boolean isCounted) {

    /**
     * Compiles a mock.
     *
     * @param document the mock
     * @param files where template files are read from
     * @param problems gets everything that is wrong
     * @return the mock, of no use when problems were added
     */
    static CompiledMock compile(Mock document, TemplateRoot files, Problems problems) {
        HttpContext http = document.http();
        RequestPattern pattern =
                http == null ? null : RequestPattern.compile(http, document.pathPrefix(), files, problems);
        List<WebhookTemplate> webhooks = new ArrayList<>();
        for (Webhook webhook : document.webhooks()) {
            webhooks.add(WebhookTemplate.compile(webhook, "webhooks[" + webhooks.size() + "]", problems));
        }
        return new CompiledMock(
                pattern,
                responses(document, files, problems),
                Extraction.compile(document, problems),
                List.copyOf(webhooks),
                isCounted(document));
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

    /** {@return true when answering reads or writes a store that outlives the request} */
    boolean usesSharedStores() {
        return extraction.usesSharedStores()
                || responses.stream().anyMatch(ResponseTemplate::readsSharedStores)
                || webhooks.stream().anyMatch(WebhookTemplate::readsSharedStores);
    }

    private static boolean isCounted(Mock document) {
        OneOf oneOf = document.oneOf();
        boolean inOrder = oneOf != null
                && oneOf.order() == OneOf.Order.ORDER
                && oneOf.responses().size() > 1;
        return inOrder || document.useLimiter() > 0;
    }
}
