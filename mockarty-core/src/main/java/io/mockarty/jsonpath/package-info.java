/**
 * JSONPath (RFC 9535) over JSON values held as plain Java objects, the kind {@link io.mockarty.json.Json} reads and
 * writes. {@link io.mockarty.jsonpath.JsonPath} is the type to open first. Nothing here knows about mocks.
 *
 * <p>A path is parsed once ({@code Cursor}, {@code PathParser}, {@code FilterParser}) into selectors and filter terms,
 * which then evaluate themselves: every segment hands the nodes it selects to the next one, so a query that only asks
 * whether something exists stops at the first node.
 */
@NullMarked
package io.mockarty.jsonpath;

import org.jspecify.annotations.NullMarked;
