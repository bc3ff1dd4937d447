package io.mockarty.repository.cache;

import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockFolder;
import java.util.List;

/** Folders, which are not cached; but deleting one moves mocks, which are. */
final class CachedFolders implements FolderRepository {

    private final FolderRepository truth;
    private final Tiers tiers;

    CachedFolders(FolderRepository truth, Tiers tiers) {
        this.truth = truth;
        this.tiers = tiers;
    }

    @Override
    public void save(String namespace, MockFolder folder) {
        truth.save(namespace, folder);
    }

    @Override
    public List<MockFolder> all(String namespace) {
        return truth.all(namespace);
    }

    @Override
    public boolean delete(String namespace, String id) {
        boolean deleted = truth.delete(namespace, id);
        tiers.wroteAll(namespace);
        return deleted;
    }
}
