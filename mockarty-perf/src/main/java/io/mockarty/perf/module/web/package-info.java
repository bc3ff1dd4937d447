/**
 * Protocols over HTTP in scripts: SOAP, GraphQL, server-sent events, MCP. Start with
 * {@link io.mockarty.perf.module.web.WebCalls}, which all of them send with.
 */
@NullMarked
package io.mockarty.perf.module.web;

import org.jspecify.annotations.NullMarked;
