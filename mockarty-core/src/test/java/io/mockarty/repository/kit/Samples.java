package io.mockarty.repository.kit;

import io.mockarty.journal.JournalEntry;
import io.mockarty.journal.UndefinedRequest;
import io.mockarty.json.Json;
import io.mockarty.mock.Mock;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.repository.StoredMock;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Mocks, requests and names as the tests write them. */
final class Samples {

    /** When the requests of the tests begin to come. */
    static final Instant NOON = Instant.parse("2026-03-22T12:00:00Z");

    /** Names that break what is concatenated, cut, folded or trimmed. */
    static final List<String> ODD_NAMES = List.of(
            "'; DROP TABLE mocks; --",
            "O'Brien \"quoted\" `ticks`",
            "100% _under_ \\score\\",
            "Zürich 東京 😀",
            "CASE",
            "case",
            " spaces around ",
            "?1 :name $1 {0} ${x}",
            "a/b?c#d&e=f:g",
            "line\nbreak\ttab",
            "long-" + "x".repeat(200));

    private Samples() {}

    static Mock mock(String id) {
        return mock(id, "/items");
    }

    static Mock mock(String id, String route) {
        return Mock.fromJson(
                "{\"id\":%s,\"http\":{\"route\":%s,\"httpMethod\":\"GET\"},\"response\":{\"statusCode\":200}}"
                        .formatted(Json.write(id), Json.write(route)));
    }

    /** Mocks with ids that count up from 0. */
    static List<Mock> mocks(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> mock(prefix + i)).toList();
    }

    static Mock tagged(String id, String... tags) {
        return mock(id).toBuilder().tags(List.of(tags)).build();
    }

    static List<String> ids(Collection<StoredMock> mocks) {
        return mocks.stream().map(StoredMock::id).toList();
    }

    /** A request that a mock answered, or none, some seconds after noon. */
    static LoggedRequest logged(@Nullable String mockId, int seconds) {
        return logged(mockId, MockRequest.of("GET", "/n/" + seconds, Headers.empty()), NOON.plusSeconds(seconds));
    }

    static LoggedRequest logged(@Nullable String mockId, MockRequest request, Instant at) {
        MockReply reply = new MockReply(mockId == null ? 404 : 200, Headers.empty(), new byte[0]);
        JournalEntry.Outcome outcome = new JournalEntry.Outcome(Duration.ofMillis(1), false);
        return new LoggedRequest(new JournalEntry(0, at, request, reply, mockId, outcome), "node-1", at);
    }

    /** The seconds after noon at which requests came. */
    static List<Long> seconds(Collection<LoggedRequest> requests) {
        return requests.stream()
                .map(request -> Duration.between(NOON, request.arrivedAt()).toSeconds())
                .toList();
    }

    /** Requests that no mock answered, the first of them some seconds after noon, the latest one second later. */
    static UndefinedRequest undefined(String target, long count, int seconds) {
        MockRequest sample = MockRequest.of("GET", target, Headers.of("X-Second", "" + seconds));
        Instant first = NOON.plusSeconds(seconds);
        return new UndefinedRequest("given by the node", sample, false, count, first, first.plusSeconds(1));
    }
}
