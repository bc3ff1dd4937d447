package io.mockarty.match;

import io.mockarty.request.MockRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The candidates that stand at one place of an index, best first. Those that demand one value at one place, such as a
 * header or a path of the body, can be looked up by that value, so that thousands of them on one route cost no more
 * than one. Immutable.
 */
final class Bucket<T> {

    /** So few are looked through faster than looked up. */
    private static final int FEW = 8;

    /** Each place is read for every request; with many of them that is no better than trying all candidates. */
    private static final int MAX_PLACES = 4;

    private static final Bucket<?> EMPTY = new Bucket<>(List.of(), List.of(), List.of());

    /** The candidates that demand a value at one place, by value. */
    private record ByValue<T>(ValueReader reader, PersistentMap<List<Candidate<T>>> candidates) {

        String place() {
            return reader.place();
        }

        List<Candidate<T>> at(String value) {
            List<Candidate<T>> found = candidates.get(value);
            return found == null ? List.of() : found;
        }

        ByValue<T> put(String value, List<Candidate<T>> list) {
            return new ByValue<>(reader, list.isEmpty() ? candidates.without(value) : candidates.with(value, list));
        }
    }

    private final List<Candidate<T>> all;
    private final List<Candidate<T>> others;
    private final List<ByValue<T>> byPlace;

    private Bucket(List<Candidate<T>> all, List<Candidate<T>> others, List<ByValue<T>> byPlace) {
        this.all = all;
        this.others = others;
        this.byPlace = byPlace;
    }

    @SuppressWarnings("unchecked")
    static <T> Bucket<T> empty() {
        return (Bucket<T>) EMPTY;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Candidate<T>> all() {
        return all;
    }

    /** Returns at least the candidates whose conditions hold, best first. */
    List<Candidate<T>> plausible(MockRequest request) {
        if (all.size() <= FEW) {
            return all;
        }
        List<Candidate<T>> found = others;
        for (ByValue<T> byValue : byPlace) {
            Set<String> keys = EqualityKey.keysOf(byValue.reader, request);
            if (keys == null) {
                return all;
            }
            for (String key : keys) {
                found = merge(found, byValue.at(key));
            }
        }
        return found;
    }

    Bucket<T> with(Candidate<T> candidate) {
        EqualityKey key = rarest(candidate.pattern().keys());
        List<Candidate<T>> more = insert(all, candidate);
        if (key == null) {
            return new Bucket<>(more, insert(others, candidate), byPlace);
        }
        ByValue<T> byValue = byPlace(key.place());
        ByValue<T> known = byValue == null ? new ByValue<>(key.reader(), PersistentMap.empty()) : byValue;
        return new Bucket<>(more, others, swap(known.put(key.value(), insert(known.at(key.value()), candidate))));
    }

    Bucket<T> without(Candidate<T> candidate) {
        List<Candidate<T>> fewer = remove(all, candidate);
        for (EqualityKey key : candidate.pattern().keys()) {
            ByValue<T> byValue = byPlace(key.place());
            List<Candidate<T>> before = byValue == null ? List.of() : byValue.at(key.value());
            List<Candidate<T>> after = remove(before, candidate);
            if (byValue != null && after.size() < before.size()) {
                return new Bucket<>(fewer, others, swap(byValue.put(key.value(), after)));
            }
        }
        return new Bucket<>(fewer, remove(others, candidate), byPlace);
    }

    /** Of several demands the one that the fewest candidates share tells them apart best. */
    private @Nullable EqualityKey rarest(List<EqualityKey> keys) {
        EqualityKey rarest = null;
        int shared = Integer.MAX_VALUE;
        for (EqualityKey key : keys) {
            ByValue<T> byValue = byPlace(key.place());
            int size = byValue == null ? 0 : byValue.at(key.value()).size();
            if (size < shared && (byValue != null || byPlace.size() < MAX_PLACES)) {
                rarest = key;
                shared = size;
            }
        }
        return rarest;
    }

    private @Nullable ByValue<T> byPlace(String place) {
        for (ByValue<T> byValue : byPlace) {
            if (byValue.place().equals(place)) {
                return byValue;
            }
        }
        return null;
    }

    private List<ByValue<T>> swap(ByValue<T> after) {
        List<ByValue<T>> swapped = new ArrayList<>(byPlace);
        swapped.removeIf(byValue -> byValue.place().equals(after.place()));
        if (!after.candidates.isEmpty()) {
            swapped.add(after);
        }
        return List.copyOf(swapped);
    }

    static <T> List<Candidate<T>> merge(List<Candidate<T>> a, List<Candidate<T>> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        List<Candidate<T>> merged = new ArrayList<>(a.size() + b.size());
        int next = 0;
        for (Candidate<T> candidate : a) {
            while (next < b.size() && b.get(next).compareTo(candidate) < 0) {
                merged.add(b.get(next++));
            }
            merged.add(candidate);
        }
        merged.addAll(b.subList(next, b.size()));
        return Collections.unmodifiableList(merged);
    }

    private static <T> List<Candidate<T>> insert(List<Candidate<T>> sorted, Candidate<T> candidate) {
        int found = Collections.binarySearch(sorted, candidate);
        int at = found < 0 ? -found - 1 : found;
        List<Candidate<T>> longer = new ArrayList<>(sorted.size() + 1);
        longer.addAll(sorted.subList(0, at));
        longer.add(candidate);
        longer.addAll(sorted.subList(at, sorted.size()));
        return Collections.unmodifiableList(longer);
    }

    private static <T> List<Candidate<T>> remove(List<Candidate<T>> sorted, Candidate<T> candidate) {
        int at = Collections.binarySearch(sorted, candidate);
        if (at < 0) {
            return sorted;
        }
        List<Candidate<T>> shorter = new ArrayList<>(sorted.size() - 1);
        shorter.addAll(sorted.subList(0, at));
        shorter.addAll(sorted.subList(at + 1, sorted.size()));
        return shorter.isEmpty() ? List.of() : Collections.unmodifiableList(shorter);
    }
}
