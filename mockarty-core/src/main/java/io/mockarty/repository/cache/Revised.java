package io.mockarty.repository.cache;

import org.jspecify.annotations.Nullable;

/**
 * What a key in Redis holds: a revision, a colon, and a value. Without the value it is a tombstone, which refuses all
 * values of an earlier revision.
 */
record Revised(long revision, String value) {

    /** What is read from an absent key. */
    private static final Revised NOTHING = new Revised(0, "");

    /** Begins a script: a function for the revision of a key, -1 when it has none. */
    private static final String REVISION = """
            local function revision(key)
              local text = redis.pcall('GETRANGE', key, 0, 20)
              if type(text) ~= 'string' then return -1 end
              return tonumber(string.match(text, '^(%d+):') or '-1')
            end
            """;

    /**
     * Puts values where nothing later stands. The first key is the floor of the namespace, the others are for the
     * values. Arguments: revision, milliseconds to live, values.
     */
    static final String PUT = REVISION + """
            local new = tonumber(ARGV[1])
            if new < revision(KEYS[1]) then return 0 end
            for i = 2, #KEYS do
              if new >= revision(KEYS[i]) then
                redis.call('SET', KEYS[i], ARGV[1] .. ':' .. ARGV[i + 1], 'PX', ARGV[2])
              end
            end
            return 1
            """;

    /** Puts a tombstone on all keys that are older. Arguments: revision, milliseconds to live. */
    static final String BURY = REVISION + """
            local new = tonumber(ARGV[1])
            for i = 1, #KEYS do
              if new > revision(KEYS[i]) then
                redis.call('SET', KEYS[i], ARGV[1] .. ':', 'PX', ARGV[2])
              end
            end
            return 1
            """;

    /**
     * Reads what a key holds.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Revised parse(@Nullable String text) {
        if (text == null) {
            return NOTHING;
        }
        int colon = text.indexOf(':');
        return new Revised(Long.parseLong(text.substring(0, Math.max(colon, 0))), text.substring(colon + 1));
    }

    boolean isTombstone() {
        return value.isEmpty();
    }
}
