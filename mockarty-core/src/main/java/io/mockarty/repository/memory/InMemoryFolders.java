package io.mockarty.repository.memory;

import io.mockarty.repository.Change;
import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockFolder;
import java.util.List;

/** The folders of all namespaces. Thread-safe. */
final class InMemoryFolders implements FolderRepository {

    private final Worlds worlds;

    InMemoryFolders(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public void save(String namespace, MockFolder folder) {
        worlds.write(namespace, (contents, write) -> {
            contents.folders().save(folder);
            write.changed(Change.Kind.FOLDER, folder.id());
            return folder;
        });
    }

    @Override
    public List<MockFolder> all(String namespace) {
        return worlds.read(namespace, List.of(), contents -> contents.folders().all());
    }

    @Override
    public boolean delete(String namespace, String id) {
        return worlds.write(namespace, (contents, write) -> {
            MockFolder folder = contents.folders().remove(id);
            if (folder == null) {
                return false;
            }
            write.changed(Change.Kind.FOLDER, id);
            contents.folders()
                    .moveAll(id, folder.parentId())
                    .forEach(moved -> write.changed(Change.Kind.FOLDER, moved));
            contents.mocks()
                    .moveAll(id, folder.parentId(), write.revision())
                    .forEach(moved -> write.changed(Change.Kind.MOCK, moved));
            return true;
        });
    }
}
