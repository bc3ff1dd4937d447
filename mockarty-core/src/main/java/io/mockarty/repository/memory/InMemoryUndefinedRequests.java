package io.mockarty.repository.memory;

import io.mockarty.journal.UndefinedRequest;
import io.mockarty.repository.Change;
import io.mockarty.repository.UndefinedRequestRepository;
import io.mockarty.repository.UndefinedRow;
import java.util.Collection;
import java.util.List;

/** What no mock answered, of all namespaces. Thread-safe. */
final class InMemoryUndefinedRequests implements UndefinedRequestRepository {

    /** The id of a change that concerns all rows. */
    private static final String ALL = "";

    private final Worlds worlds;

    InMemoryUndefinedRequests(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public void add(String namespace, List<UndefinedRequest> requests) {
        worlds.writeUnlessDeleted(namespace, requests, (contents, write) -> {
            for (UndefinedRequest request : requests) {
                write.changed(
                        Change.Kind.UNDEFINED_REQUEST, contents.undefined().add(request));
            }
            contents.undefined().evict();
            return requests;
        });
    }

    @Override
    public List<UndefinedRow> all(String namespace) {
        return worlds.read(
                namespace, List.of(), contents -> contents.undefined().latestFirst());
    }

    @Override
    public boolean ignore(String namespace, String id) {
        return worlds.write(namespace, (contents, write) -> {
            boolean known = contents.undefined().ignore(id);
            if (known) {
                write.changed(Change.Kind.UNDEFINED_REQUEST, id);
            }
            return known;
        });
    }

    @Override
    public void delete(String namespace, Collection<String> ids) {
        worlds.write(namespace, (contents, write) -> {
            ids.stream()
                    .filter(contents.undefined()::delete)
                    .forEach(id -> write.changed(Change.Kind.UNDEFINED_REQUEST, id));
            return ids;
        });
    }

    @Override
    public void deleteAll(String namespace) {
        worlds.write(namespace, (contents, write) -> {
            boolean deleted = contents.undefined().deleteAll();
            if (deleted) {
                write.changed(Change.Kind.UNDEFINED_REQUEST, ALL);
            }
            return deleted;
        });
    }
}
