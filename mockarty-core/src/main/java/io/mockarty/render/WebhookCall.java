package io.mockarty.render;

import io.mockarty.mock.Webhook;
import java.util.Map;

/**
 * A webhook message that is ready to be sent. Do not change the body array.
 *
 * @param webhook how to send it: type, method, timeout, retries
 * @param url where to
 * @param headers the header fields
 * @param body the body, possibly empty
 */
public record WebhookCall(Webhook webhook, String url, Map<String, String> headers, byte[] body) {}
