package io.mockarty.render;

import io.mockarty.expression.Scope;
import io.mockarty.expression.Template;
import io.mockarty.json.Json;
import io.mockarty.mock.Problems;
import io.mockarty.mock.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled HTTP webhook. Immutable and thread-safe. */
public final class WebhookTemplate {

    private final Webhook webhook;
    private final @Nullable Template url;
    private final Map<String, Template> headers;
    private final JsonTemplate body;

    private WebhookTemplate(Webhook webhook, @Nullable Template url, Map<String, Template> headers, JsonTemplate body) {
        this.webhook = webhook;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Compiles a webhook.
     *
     * @param webhook the webhook
     * @param path the field the webhook stands in, for messages
     * @param problems gets everything that is wrong
     * @return the template; of no use when problems were added
     */
    public static WebhookTemplate compile(Webhook webhook, String path, Problems problems) {
        String address = webhook.url();
        if (webhook.type() == Webhook.Type.HTTP && (address == null || address.isBlank())) {
            problems.add(Problems.join(path, "url"), address, "the URL to call");
        }
        Map<String, Template> headers = new LinkedHashMap<>();
        webhook.headers().forEach((name, value) -> {
            Template template = JsonTemplate.parse(value, path + ".headers." + name, problems);
            if (template != null) {
                headers.put(name, template);
            }
        });
        String key = webhook.kafkaKey();
        if (key != null) {
            JsonTemplate.parse(key, Problems.join(path, "kafkaKey"), problems);
        }
        return new WebhookTemplate(
                webhook,
                JsonTemplate.parse(address == null ? "" : address, Problems.join(path, "url"), problems),
                headers,
                JsonTemplate.compile(webhook.body(), Problems.join(path, "body"), problems));
    }

    /**
     * Tells whether this message is sent after an answer.
     *
     * @param status the status of the answer
     * @return true when its trigger says so
     */
    public boolean isTriggeredBy(int status) {
        return switch (webhook.trigger()) {
            case ALWAYS -> true;
            case ON_SUCCESS -> status >= 200 && status < 300;
            case ON_ERROR -> status >= 400;
        };
    }

    /** {@return true when a value may come from a store that outlives the request} */
    public boolean readsSharedStores() {
        return url != null && url.readsSharedStores()
                || body.readsSharedStores()
                || headers.values().stream().anyMatch(Template::readsSharedStores);
    }

    /**
     * Makes the message for one request.
     *
     * @param scope what the expressions look at, the answer included
     * @return the message
     */
    public WebhookCall render(Scope scope) {
        Map<String, String> fields = new LinkedHashMap<>();
        headers.forEach((name, value) -> fields.put(name, ResponseTemplate.oneLine(value.text(scope))));
        return new WebhookCall(webhook, url == null ? "" : url.text(scope), fields, content(scope, fields));
    }

    private byte[] content(Scope scope, Map<String, String> fields) {
        Object value = webhook.body() == null ? null : body.evaluate(scope);
        if (value == null) {
            return new byte[0];
        }
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (fields.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            fields.put("Content-Type", "application/json");
        }
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }
}
