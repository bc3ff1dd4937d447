package io.mockarty.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.expression.FixedScope;
import io.mockarty.mock.Problem;
import io.mockarty.mock.Problems;
import io.mockarty.mock.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTemplateTest {

    private final FixedScope scope =
            FixedScope.json("{\"host\":\"sink\",\"evil\":\"a\\r\\nb\"}").answered("{\"orderId\":9}");

    @Test
    void url_headers_and_body_are_templates() {
        WebhookCall call = call(Webhook.builder()
                .url("http://$.req.host/orders/$.response.orderId")
                .headers(Map.of("X-Order", "no $.response.orderId"))
                .body(Map.of("id", "$.response.orderId", "ns", "$.namespace")));

        assertThat(call.url()).isEqualTo("http://sink/orders/9");
        assertThat(call.headers()).isEqualTo(Map.of("X-Order", "no 9", "Content-Type", "application/json"));
        assertThat(call.body()).asString(StandardCharsets.UTF_8).contains("\"id\":9", "\"ns\":\"sandbox\"");
    }

    @Test
    void a_text_body_is_sent_as_it_is() {
        WebhookCall call = call(Webhook.builder().url("http://a").body("id=$.response.orderId"));

        assertThat(call.body()).asString().isEqualTo("id=9");
        assertThat(call.headers()).isEmpty();
    }

    @Test
    void no_body_is_an_empty_body() {
        assertThat(call(Webhook.builder().url("http://a")).body()).isEmpty();
        assertThat(call(Webhook.builder().url("http://a").body("$.req.missing")).body())
                .isEmpty();
    }

    @Test
    void a_content_type_of_the_webhook_wins() {
        WebhookCall call = call(Webhook.builder()
                .url("http://a")
                .headers(Map.of("content-type", "application/cloudevents+json"))
                .body(Map.of()));

        assertThat(call.headers()).isEqualTo(Map.of("content-type", "application/cloudevents+json"));
    }

    @Test
    void a_request_cannot_write_headers_of_its_own() {
        WebhookCall call = call(Webhook.builder().url("http://a").headers(Map.of("X-Evil", "$.req.evil")));

        assertThat(call.headers()).containsEntry("X-Evil", "a b");
    }

    @ParameterizedTest
    @CsvSource({
        "ON_SUCCESS, 200, true",
        "ON_SUCCESS, 299, true",
        "ON_SUCCESS, 300, false",
        "ON_SUCCESS, 199, false",
        "ON_ERROR, 399, false",
        "ON_ERROR, 400, true",
        "ON_ERROR, 599, true",
        "ALWAYS, 100, true",
        "ALWAYS, 302, true"
    })
    void the_status_of_the_answer_triggers_it(Webhook.Trigger trigger, int status, boolean triggered) {
        WebhookTemplate template = compile(Webhook.builder().url("http://a").trigger(trigger), new Problems());

        assertThat(template.isTriggeredBy(status)).isEqualTo(triggered);
    }

    @Test
    void without_trigger_it_is_always_sent() {
        WebhookTemplate template = compile(Webhook.builder().url("http://a"), new Problems());

        assertThat(template.isTriggeredBy(302)).isTrue();
    }

    @Test
    void all_mistakes_are_found_when_the_mock_is_saved() {
        Problems problems = new Problems();
        compile(
                Webhook.builder()
                        .url("$.bad1")
                        .headers(Map.of("X-A", "$.bad2"))
                        .kafkaKey("$.bad3")
                        .body(List.of("$.bad4")),
                problems);

        assertThat(problems.found())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "webhooks[0].url", "webhooks[0].headers.X-A", "webhooks[0].kafkaKey", "webhooks[0].body[0]");
    }

    @Test
    void an_http_webhook_needs_a_url() {
        Problems problems = new Problems();
        compile(Webhook.builder(), problems);
        compile(Webhook.builder().url(" "), problems);
        compile(Webhook.builder().type(Webhook.Type.KAFKA), problems);

        assertThat(problems.found())
                .extracting(Problem::toString)
                .containsExactly(
                        "webhooks[0].url: null (expected: the URL to call)",
                        "webhooks[0].url: \" \" (expected: the URL to call)");
    }

    private WebhookCall call(Webhook.Builder webhook) {
        Problems problems = new Problems();
        WebhookTemplate template = compile(webhook, problems);
        assertThat(problems.found()).isEmpty();
        return template.render(scope);
    }

    private static WebhookTemplate compile(Webhook.Builder webhook, Problems problems) {
        return WebhookTemplate.compile(webhook.build(), "webhooks[0]", problems);
    }
}
