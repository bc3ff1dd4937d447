package io.mockarty.engine;

import io.mockarty.render.WebhookCall;
import io.mockarty.request.MockReply;
import java.util.List;

/**
 * What a door has to do for a request: send the first messages, then the reply, then the other messages.
 *
 * @param reply the reply
 * @param before messages the reply waits for
 * @param after messages that are sent when the reply is on its way
 */
public record MockAnswer(MockReply reply, List<WebhookCall> before, List<WebhookCall> after) {

    static MockAnswer of(MockReply reply) {
        return new MockAnswer(reply, List.of(), List.of());
    }
}
