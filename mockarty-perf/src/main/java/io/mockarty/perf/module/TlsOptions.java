package io.mockarty.perf.module;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code tls} of a connection: {@code true}, {@code false}, or an object with {@code ca} (certificates to
 * trust, in PEM) and {@code insecureSkipTlsVerify}. Immutable.
 *
 * @param enabled whether to encrypt
 * @param authorities certificates to trust in PEM, or null for those of the JVM
 * @param verify whether the certificate of the server is looked at
 */
public record TlsOptions(boolean enabled, @Nullable String authorities, boolean verify) {

    /**
     * {@return the option {@code tls} among others; what is wrong with it is told by their {@code done()}}
     *
     * @param options the options
     * @param enabled whether to encrypt when it is left out
     */
    public static TlsOptions read(ScriptOptions options, boolean enabled) {
        Object value = options.any("tls");
        if (value == null || value instanceof Boolean) {
            return new TlsOptions(value == null ? enabled : (Boolean) value, null, true);
        }
        ScriptOptions nested = options.nested("tls");
        if (nested == null) {
            return new TlsOptions(enabled, null, true);
        }
        String authorities = nested.text("ca");
        boolean skip = nested.flag("insecureSkipTlsVerify", false);
        nested.done();
        if (authorities != null && !isReadable(authorities)) {
            options.problem("tls.ca", authorities, "certificates in PEM, as open('ca.pem') reads them");
        }
        return new TlsOptions(true, authorities, !skip);
    }

    /** Told when the script is loaded, because libraries that connect have other words for it. */
    private static boolean isReadable(String authorities) {
        try {
            return !Pem.certificates("tls.ca", authorities).isEmpty();
        } catch (ScriptException e) {
            return false;
        }
    }

    /**
     * {@return what encrypts connections}
     *
     * @throws ScriptException when the certificates cannot be read
     */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ScriptException(
                    "tls.ca: " + Failures.describe(e)
                            + " (expected: certificates in PEM, as open('ca.pem') reads them)",
                    e);
        }
    }

    private TrustManager @Nullable [] trusted() throws GeneralSecurityException {
        if (!verify) {
            return new TrustManager[] {new TrustAnyone()};
        }
        return authorities == null ? null : KeyStores.trusting(Pem.certificates("tls.ca", authorities));
    }
}
