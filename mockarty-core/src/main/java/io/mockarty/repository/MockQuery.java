package io.mockarty.repository;

import io.mockarty.mock.Mock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which mocks of a namespace are meant. Starts as all that are not deleted; each method narrows it down. Immutable and
 * thread-safe.
 *
 * @param tags tags that a mock must have, all of them
 * @param search text that its id, a tag or a string of its protocol context contains, in any case; empty for any
 * @param folderId the folder it lies in, or null for any
 * @param chainId the chain it belongs to, or null for any
 * @param deleted false for those that are alive, true for those that were deleted
 */
public record MockQuery(
        Set<String> tags,
        String search,
        @Nullable String folderId,
        @Nullable String chainId,
        boolean deleted) {

    private static final List<String> CONTEXTS =
            List.of("http", "grpc", "mcp", "socket", "soap", "graphql", "sse", "kafka", "rabbitmq", "smtp");

    /** Copies the tags. */
    public MockQuery {
        tags = Set.copyOf(tags);
    }

    /** {@return a query for all mocks that are not deleted} */
    public static MockQuery all() {
        return new MockQuery(Set.of(), "", null, null, false);
    }

    /**
     * Narrows it to mocks with tags.
     *
     * @param names the tags, all of which are needed
     * @return the narrower query
     */
    public MockQuery tagged(List<String> names) {
        return new MockQuery(Set.copyOf(names), search, folderId, chainId, deleted);
    }

    /**
     * Narrows it to mocks that contain a text.
     *
     * @param text the text
     * @return the narrower query
     */
    public MockQuery containing(String text) {
        return new MockQuery(tags, text, folderId, chainId, deleted);
    }

    /**
     * Narrows it to the mocks of a folder.
     *
     * @param id the id of the folder
     * @return the narrower query
     */
    public MockQuery inFolder(String id) {
        return new MockQuery(tags, search, id, chainId, deleted);
    }

    /**
     * Narrows it to the mocks of a chain.
     *
     * @param id the id of the chain
     * @return the narrower query
     */
    public MockQuery inChain(String id) {
        return new MockQuery(tags, search, folderId, id, deleted);
    }

    /**
     * Tells whether a mock is meant.
     *
     * @param mock the mock
     * @return true when it is
     */
    public boolean matches(Mock mock) {
        return (mock.closedAt() > 0) == deleted
                && mock.tags().containsAll(tags)
                && (folderId == null || folderId.equals(mock.folderId()))
                && (chainId == null || chainId.equals(mock.chainId()))
                && (search.isEmpty() || searchText(mock).contains(search.toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns the text that {@link #search} looks into, for repositories that keep it beside a mock.
     *
     * @param mock the mock
     * @return its id, its tags and the strings of its protocol context, in lower case, one a line
     */
    public static String searchText(Mock mock) {
        StringBuilder text = new StringBuilder();
        append(text, mock.id());
        append(text, mock.tags());
        for (String context : CONTEXTS) {
            if (mock.json().get(context) instanceof Map<?, ?> fields) {
                fields.values().stream().filter(String.class::isInstance).forEach(value -> append(text, value));
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof List<?> values) {
            values.forEach(each -> append(text, each));
        } else if (value != null) {
            text.append(value).append('\n');
        }
    }

    /** {@return the query for those that were deleted} */
    public MockQuery onlyDeleted() {
        return new MockQuery(tags, search, folderId, chainId, true);
    }
}
