package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/**
 * A node that a query selected: a value and where it stands in the document (RFC 9535, section 1.1). Immutable as far
 * as the value is.
 *
 * @param path the normalized path of the node (RFC 9535, section 2.7), such as {@code $['items'][0]}
 * @param value the JSON value of the node, {@code null} for the JSON literal {@code null}
 */
public record JsonPathNode(String path, @Nullable Object value) {}
