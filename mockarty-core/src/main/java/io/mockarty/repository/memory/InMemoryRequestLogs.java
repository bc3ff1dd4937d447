package io.mockarty.repository.memory;

import io.mockarty.repository.Change;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.repository.Page;
import io.mockarty.repository.RequestLogRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request logs of all namespaces. Thread-safe. */
final class InMemoryRequestLogs implements RequestLogRepository {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private final Worlds worlds;
    private final Clock clock;
    private final int limit;

    InMemoryRequestLogs(Worlds worlds, Clock clock, int limit) {
        this.worlds = worlds;
        this.limit = limit;
        this.clock = Clock.tick(clock, MICROSECOND);
    }

    @Override
    public void append(String namespace, List<LoggedRequest> requests, Map<String, Long> lost) {
        worlds.writeUnlessDeleted(namespace, requests, (contents, write) -> {
            requests.forEach(request ->
                    write.changed(Change.Kind.REQUEST_LOG, contents.logs().append(request)));
            lost.forEach((mockId, count) -> {
                contents.logs().lose(count);
                write.changed(Change.Kind.REQUEST_LOG, mockId);
            });
            return requests;
        });
    }

    @Override
    public Page<LoggedRequest> ofMock(String namespace, @Nullable String mockId, long offset, int limit) {
        List<LoggedRequest> latestFirst =
                worlds.read(namespace, List.of(), contents -> contents.logs().latestFirst(LogTable.key(mockId)));
        return Pages.of(latestFirst, offset, limit);
    }

    @Override
    public List<LoggedRequest> all(String namespace) {
        return worlds.read(namespace, List.of(), contents -> contents.logs().all());
    }

    @Override
    public long evicted(String namespace) {
        return worlds.read(namespace, 0L, contents -> contents.logs().evicted());
    }

    @Override
    public void delete(String namespace, @Nullable String mockId) {
        String key = LogTable.key(mockId);
        worlds.write(namespace, (contents, write) -> {
            boolean deleted = contents.logs().delete(key);
            if (deleted) {
                write.changed(Change.Kind.REQUEST_LOG, key);
            }
            return deleted;
        });
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public Clock clock() {
        return clock;
    }
}
