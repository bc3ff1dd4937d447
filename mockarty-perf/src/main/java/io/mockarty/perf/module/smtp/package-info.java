/** The module {@code mockarty/smtp}. Start with {@link io.mockarty.perf.module.smtp.SmtpModule}. */
@NullMarked
package io.mockarty.perf.module.smtp;

import org.jspecify.annotations.NullMarked;
