package io.mockarty.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from strings that shares structure between versions: adding or removing a key copies about
 * {@code log32(n)} small arrays. A hash array mapped trie (P. Bagwell, "Ideal Hash Trees", 2001).
 *
 * <p>Thread-safe.
 *
 * @param <V> the type of the values
 */
public final class PersistentMap<V> {

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int HASH_BITS = 32;

    private record Entry<V>(String key, V value) {}

    /** A level of the trie. A slot holds an {@code Entry}, a deeper {@code Node}, or, below the last level, a chain. */
    private record Node(int bitmap, Object[] slots) {

        private static final Node EMPTY = new Node(0, new Object[0]);

        int index(int bit) {
            return Integer.bitCount(bitmap & (bit - 1));
        }

        Node with(int index, Object slot) {
            Object[] copy = slots.clone();
            copy[index] = slot;
            return new Node(bitmap, copy);
        }

        Node insert(int bit, Object slot) {
            int index = index(bit);
            Object[] copy = new Object[slots.length + 1];
            System.arraycopy(slots, 0, copy, 0, index);
            copy[index] = slot;
            System.arraycopy(slots, index, copy, index + 1, slots.length - index);
            return new Node(bitmap | bit, copy);
        }

        Node remove(int bit) {
            int index = index(bit);
            Object[] copy = new Object[slots.length - 1];
            System.arraycopy(slots, 0, copy, 0, index);
            System.arraycopy(slots, index + 1, copy, index, copy.length - index);
            return new Node(bitmap & ~bit, copy);
        }
    }

    /** Keys whose hashes are equal in all bits. */
    private record Chain<V>(Entry<V>[] entries) {

        @SuppressWarnings({"unchecked", "rawtypes"})
        Chain<V> without(String key) {
            return new Chain<>(Arrays.stream(entries)
                    .filter(entry -> !entry.key.equals(key))
                    .toArray(Entry[]::new));
        }
    }

    private static final PersistentMap<?> EMPTY = new PersistentMap<>(Node.EMPTY);

    private final Node root;

    private PersistentMap(Node root) {
        this.root = root;
    }

    /**
     * Returns the map without entries.
     *
     * @param <V> the type of the values
     * @return the map
     */
    @SuppressWarnings("unchecked")
    public static <V> PersistentMap<V> empty() {
        return (PersistentMap<V>) EMPTY;
    }

    boolean isEmpty() {
        return root.bitmap == 0;
    }

    /**
     * Looks up a key.
     *
     * @param key the key
     * @return its value, or null when it is not there
     */
    @SuppressWarnings("unchecked")
    public @Nullable V get(String key) {
        int hash = hash(key);
        Object slot = root;
        for (int shift = 0; slot instanceof Node node; shift += BITS) {
            int bit = 1 << (hash >>> shift & MASK);
            if ((node.bitmap & bit) == 0) {
                return null;
            }
            slot = node.slots[node.index(bit)];
        }
        if (slot instanceof Entry<?> entry) {
            return entry.key.equals(key) ? (V) entry.value : null;
        }
        for (Entry<V> entry : ((Chain<V>) slot).entries) {
            if (entry.key.equals(key)) {
                return entry.value;
            }
        }
        return null;
    }

    /**
     * Adds a key, or gives it another value.
     *
     * @param key the key
     * @param value its value
     * @return the next version
     */
    public PersistentMap<V> with(String key, V value) {
        return new PersistentMap<>((Node) put(root, 0, new Entry<>(key, value)));
    }

    /**
     * Removes a key.
     *
     * @param key the key
     * @return the next version; this one when the key is not there
     */
    public PersistentMap<V> without(String key) {
        return get(key) == null ? this : new PersistentMap<>(remove(root, 0, key));
    }

    private static <V> Object put(Node node, int shift, Entry<V> entry) {
        int bit = 1 << (hash(entry.key) >>> shift & MASK);
        int index = node.index(bit);
        if ((node.bitmap & bit) == 0) {
            return node.insert(bit, entry);
        }
        Object slot = node.slots[index];
        return node.with(
                index, slot instanceof Node deeper ? put(deeper, shift + BITS, entry) : join(slot, shift, entry));
    }

    /** Puts an entry where another one, or a chain, already stands. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> Object join(Object slot, int shift, Entry<V> entry) {
        if (slot instanceof Chain<?> chain) {
            return append((Chain<V>) chain, entry);
        }
        Entry<V> there = (Entry<V>) slot;
        if (there.key.equals(entry.key)) {
            return entry;
        }
        if (shift + BITS >= HASH_BITS) {
            return new Chain<V>(new Entry[] {there, entry});
        }
        return put((Node) put(Node.EMPTY, shift + BITS, there), shift + BITS, entry);
    }

    private static <V> Chain<V> append(Chain<V> chain, Entry<V> entry) {
        for (int i = 0; i < chain.entries.length; i++) {
            if (chain.entries[i].key.equals(entry.key)) {
                Entry<V>[] copy = chain.entries.clone();
                copy[i] = entry;
                return new Chain<>(copy);
            }
        }
        Entry<V>[] longer = Arrays.copyOf(chain.entries, chain.entries.length + 1);
        longer[chain.entries.length] = entry;
        return new Chain<>(longer);
    }

    private static Node remove(Node node, int shift, String key) {
        int bit = 1 << (hash(key) >>> shift & MASK);
        int index = node.index(bit);
        Object slot = node.slots[index];
        if (slot instanceof Node deeper) {
            Node rest = remove(deeper, shift + BITS, key);
            return rest.bitmap == 0 ? node.remove(bit) : node.with(index, rest);
        }
        if (slot instanceof Chain<?> chain && chain.entries.length > 1) {
            return node.with(index, chain.without(key));
        }
        return node.remove(bit);
    }

    private static int hash(String key) {
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }
}
