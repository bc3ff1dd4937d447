package io.mockarty.namespace;

import io.mockarty.journal.JournalTail;
import io.mockarty.journal.UndefinedRequest;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RepositoryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was asked on this node behind into the repository. The journals are the queue: bounded by their memory,
 * and filled by requests anyway. Of each mock only as many requests are written as the repository keeps. Thread-safe.
 */
final class RequestLogWriter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLogWriter.class);

    private final Repository repository;
    private final String node;
    private final AtomicLong dropped = new AtomicLong();

    /** How far each namespace was written. Guarded by this. */
    private final Map<Namespace, Mark> marks = new WeakHashMap<>();

    /** Guarded by this. */
    private boolean failing;

    /** What of one namespace was written. */
    private static final class Mark {

        private final ArrivalClock arrivals;
        private long sequence;
        private Map<String, Long> undefined = Map.of();

        Mark(ArrivalClock arrivals) {
            this.arrivals = arrivals;
        }
    }

    RequestLogWriter(Repository repository, String node) {
        this.repository = repository;
        this.node = node;
    }

    /** {@return how many requests were forgotten before they could be written} */
    long dropped() {
        return dropped.get();
    }

    /**
     * Writes what is new. What cannot be written now is tried again with the next call.
     *
     * @param namespaces the namespaces
     */
    synchronized void write(Iterable<Namespace> namespaces) {
        RepositoryException problem = null;
        for (Namespace namespace : namespaces) {
            if (namespace.isShared()) {
                try {
                    write(namespace, marks.computeIfAbsent(namespace, this::newMark));
                } catch (RepositoryException e) {
                    problem = e;
                }
            }
        }
        if (problem != null && !failing) {
            LOG.warn("requests are not logged until the repository takes them: {}", problem.getMessage());
        }
        failing = problem != null;
    }

    private Mark newMark(Namespace namespace) {
        return new Mark(new ArrivalClock(repository.requestLogs().clock()));
    }

    private void write(Namespace namespace, Mark mark) {
        writeRequests(namespace, mark);
        writeUndefined(namespace, mark);
    }

    private void writeRequests(Namespace namespace, Mark mark) {
        if (namespace.journal().recorded() == mark.sequence) {
            return;
        }
        JournalTail tail =
                namespace.journal().tail(mark.sequence, repository.requestLogs().limit());
        List<LoggedRequest> requests = new ArrayList<>(tail.arrivals().size());
        for (JournalTail.Arrival arrival : tail.arrivals()) {
            requests.add(new LoggedRequest(arrival.entry(), node, mark.arrivals.at(arrival.nanos())));
        }
        if (!requests.isEmpty() || tail.left() > 0) {
            Map<String, Long> lost = tail.left() == 0 ? Map.of() : Map.of("", tail.left());
            repository.requestLogs().append(namespace.name(), requests, lost);
        }
        mark.sequence = tail.last();
        dropped.addAndGet(tail.evicted());
    }

    private void writeUndefined(Namespace namespace, Mark mark) {
        Map<String, Long> counts = new HashMap<>();
        List<UndefinedRequest> seen = new ArrayList<>();
        for (UndefinedRequest row : namespace.undefinedRequests().all()) {
            counts.put(row.id(), row.count());
            long more = row.count() - mark.undefined.getOrDefault(row.id(), 0L);
            if (more > 0) {
                seen.add(new UndefinedRequest(
                        row.id(), row.sample(), row.isTruncated(), more, row.firstSeen(), row.lastSeen()));
            }
        }
        if (!seen.isEmpty()) {
            repository.undefinedRequests().add(namespace.name(), seen);
        }
        mark.undefined = counts;
    }
}
