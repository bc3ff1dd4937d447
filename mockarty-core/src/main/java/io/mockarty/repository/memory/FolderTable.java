package io.mockarty.repository.memory;

import io.mockarty.repository.MockFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders of one namespace. Guarded by the lock of its {@link World}. */
final class FolderTable {

    private static final Comparator<MockFolder> ORDER = Comparator.comparingInt(MockFolder::sortOrder)
            .thenComparing(MockFolder::name)
            .thenComparing(MockFolder::id);

    private final Map<String, MockFolder> folders = new HashMap<>();

    void save(MockFolder folder) {
        String around = folder.parentId();
        if (around != null && !folders.containsKey(around)) {
            throw new IllegalArgumentException(
                    "parentId: " + around + " (expected: a folder of this namespace; save it first)");
        }
        while (around != null) {
            if (around.equals(folder.id())) {
                throw new IllegalArgumentException("parentId: " + folder.parentId()
                        + " (expected: a folder that does not lie in folder " + folder.id() + " itself)");
            }
            MockFolder parent = folders.get(around);
            around = parent == null ? null : parent.parentId();
        }
        folders.put(folder.id(), folder);
    }

    List<MockFolder> all() {
        return folders.values().stream().sorted(ORDER).toList();
    }

    @Nullable
    MockFolder remove(String id) {
        return folders.remove(id);
    }

    /** Moves all folders that lie in one into another; returns their ids. */
    List<String> moveAll(String from, @Nullable String to) {
        List<String> moved = new ArrayList<>();
        folders.replaceAll((id, folder) -> {
            if (!from.equals(folder.parentId())) {
                return folder;
            }
            moved.add(id);
            return new MockFolder(id, to, folder.name(), folder.sortOrder(), folder.createdAt(), folder.updatedAt());
        });
        return moved;
    }
}
