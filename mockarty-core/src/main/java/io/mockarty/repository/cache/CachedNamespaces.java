package io.mockarty.repository.cache;

import io.mockarty.repository.NamespaceRepository;
import java.util.List;

/** Namespaces, which are not cached; but what is in them is. */
final class CachedNamespaces implements NamespaceRepository {

    private final NamespaceRepository truth;
    private final Tiers tiers;

    CachedNamespaces(NamespaceRepository truth, Tiers tiers) {
        this.truth = truth;
        this.tiers = tiers;
    }

    @Override
    public boolean create(String name) {
        return truth.create(name);
    }

    @Override
    public List<String> names() {
        return truth.names();
    }

    @Override
    public boolean delete(String name) {
        boolean deleted = truth.delete(name);
        tiers.wroteAll(name);
        return deleted;
    }
}
