/**
 * WebSockets in load scripts: a client of RFC 6455 and three modules over it. Start with
 * {@code io.mockarty.perf.module.ws.Link}.
 */
@NullMarked
package io.mockarty.perf.module.ws;

import org.jspecify.annotations.NullMarked;
