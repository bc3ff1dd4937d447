/** The module {@code mockarty/sql}. Start with {@link io.mockarty.perf.module.sql.SqlModule}. */
@NullMarked
package io.mockarty.perf.module.sql;

import org.jspecify.annotations.NullMarked;
