package io.mockarty.repository;

import java.util.List;

/**
 * A part of a longer list. Immutable and thread-safe.
 *
 * @param <T> what is listed
 * @param items the part
 * @param total how long the whole list is
 * @param offset how many items stand before the part
 */
public record Page<T>(List<T> items, long total, long offset) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** {@return true when items follow} */
    public boolean hasMore() {
        return offset + items.size() < total;
    }
}
