package io.mockarty.repository;

import io.mockarty.mock.Mock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sorts a mock without changing what it does. Immutable and thread-safe. */
public sealed interface MockLabel {

    /**
     * Puts a label on a mock.
     *
     * @param mock the mock
     * @return the mock with it
     */
    Mock applyTo(Mock mock);

    /**
     * The folder a mock lies in.
     *
     * @param id the id of the folder, or null for none
     */
    record Folder(@Nullable String id) implements MockLabel {
        @Override
        public Mock applyTo(Mock mock) {
            return mock.toBuilder().put("folderId", id).build();
        }
    }

    /**
     * All tags of a mock.
     *
     * @param names the tags
     */
    record Tags(List<String> names) implements MockLabel {

        /** Copies the names. */
        public Tags {
            names = List.copyOf(names);
        }

        @Override
        public Mock applyTo(Mock mock) {
            return mock.toBuilder().tags(names).build();
        }
    }
}
