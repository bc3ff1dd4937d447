package io.mockarty.resolver.http;

import io.mockarty.json.Json;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers health checks: a server that answers at all is well. Thread-safe. */
final class Health {

    private static final String PATH = "/health";
    private static final String LIVE_PATH = "/health/live";

    /** The answer to the question whether the server lives. */
    private static final MockReply LIVE = json("{\"status\":\"ok\"}");

    private final Namespaces namespaces;
    private final long started = System.nanoTime();

    Health(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    static boolean isAskedBy(String target) {
        return target.startsWith(PATH) && (isPath(PATH, target) || isPath(LIVE_PATH, target));
    }

    private static boolean isPath(String path, String target) {
        return target.startsWith(path) && (target.length() == path.length() || target.charAt(path.length()) == '?');
    }

    MockReply answer(String target) {
        return isPath(LIVE_PATH, target) ? LIVE : report();
    }

    private MockReply report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", "pass");
        report.put("releaseId", release());
        report.put("uptime", hoursMinutesSeconds(Duration.ofNanos(System.nanoTime() - started)));
        report.put("namespaces", namespaces.all().size());
        report.put("mocks", namespaces.all().stream().mapToInt(Namespace::size).sum());
        return json(Json.write(report));
    }

    private static String release() {
        String version = Health.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Such as {@code 72h15m30s}. */
    static String hoursMinutesSeconds(Duration uptime) {
        String seconds = uptime.toSecondsPart() + "s";
        if (uptime.toMinutes() == 0) {
            return seconds;
        }
        String minutes = uptime.toMinutesPart() + "m" + seconds;
        return uptime.toHours() == 0 ? minutes : uptime.toHours() + "h" + minutes;
    }

    private static MockReply json(String body) {
        return new MockReply(
                200, Headers.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }
}
