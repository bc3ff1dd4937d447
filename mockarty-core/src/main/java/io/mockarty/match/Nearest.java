package io.mockarty.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the nearest few of many things; of equally near ones those that came first. Not thread-safe.
 *
 * @param <T> what is kept
 */
public final class Nearest<T> {

    private record Ranked<T>(T item, double distance) {}

    private final int limit;
    private final List<Ranked<T>> kept = new ArrayList<>();

    /**
     * Starts with nothing.
     *
     * @param limit how many are kept, at least 1
     */
    public Nearest(int limit) {
        this.limit = limit;
    }

    /**
     * Offers a thing.
     *
     * @param item the thing
     * @param distance how far it is; smaller is nearer
     */
    public void add(T item, double distance) {
        if (kept.size() == limit) {
            if (kept.get(limit - 1).distance <= distance) {
                return;
            }
            kept.remove(limit - 1);
        }
        int at = kept.size();
        while (at > 0 && kept.get(at - 1).distance > distance) {
            at--;
        }
        kept.add(at, new Ranked<>(item, distance));
    }

    /** {@return what is kept, nearest first} */
    public List<T> all() {
        return kept.stream().map(Ranked::item).toList();
    }
}
