package io.mockarty.repository.memory;

import io.mockarty.repository.Page;
import java.util.List;

/** Cuts pages out of whole lists. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(List<T> all, long offset, int limit) {
        int from = (int) Math.min(offset, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        return new Page<>(all.subList(from, to), all.size(), offset);
    }
}
