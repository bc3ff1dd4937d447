package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.metric.Tags;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a script asks for it.
 *
 * @param method such as {@code GET}
 * @param uri where to
 * @param url the URL as it is tagged
 * @param name the name it is counted under, or null for its URL
 * @param headers what to send, without cookies
 * @param body what to send, or null
 * @param settings how to go about it
 */
record HttpTask(
        String method,
        URI uri,
        String url,
        @Nullable String name,
        HttpHeaders headers,
        byte @Nullable [] body,
        Settings settings) {

    String host() {
        return uri.getHost();
    }

    /**
     * How to go about a request.
     *
     * @param timeout how long it may take, with all redirects
     * @param redirects how many redirects are followed
     * @param auth {@code basic}, {@code digest} or empty
     * @param cookies cookies for this request only
     * @param jar where cookies are kept
     * @param responseType {@code text}, {@code binary} or {@code none}
     * @param expected which statuses are successes; null for none to be judged
     * @param tags tags of the request
     */
    record Settings(
            Duration timeout,
            int redirects,
            String auth,
            Map<String, String> cookies,
            CookieJar jar,
            String responseType,
            @Nullable ExpectedStatuses expected,
            Tags tags) {}
}
