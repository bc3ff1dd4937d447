package io.mockarty.perf.module.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.TlsChannelCredentials;
import io.mockarty.perf.module.KeyStores;
import io.mockarty.perf.module.Pem;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.TrustAnyone;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is secured. Texts are in PEM.
 *
 * @param plaintext whether it is not
 * @param roots certificates to trust, or null for those of the JVM
 * @param chain the certificates of the client, or null for none
 * @param key the key of the client, or null for none
 * @param password the password of the key, or null for none
 */
record Security(
        boolean plaintext,
        @Nullable String roots,
        @Nullable String chain,
        @Nullable String key,
        @Nullable String password) {

    private static final Security TLS = new Security(false, null, null, null, null);

    static Security read(ScriptOptions options) {
        Object tls = options.any("tls");
        if (options.flag("plaintext", false)) {
            if (tls instanceof Map<?, ?> || Boolean.TRUE.equals(tls)) {
                options.problem("plaintext", true, "not together with tls");
            }
            return new Security(true, null, null, null, null);
        }
        ScriptOptions given = tls instanceof Boolean ? null : options.nested("tls");
        if (given == null) {
            return TLS;
        }
        Object roots = given.any("cacerts");
        String chain = given.text("cert");
        String key = given.text("key");
        Security security = new Security(
                false,
                roots instanceof List<?> list
                        ? String.join("\n", list.stream().map(String::valueOf).toList())
                        : roots == null ? null : roots.toString(),
                chain,
                key,
                given.text("password"));
        if ((chain == null) != (key == null)) {
            given.problem(chain == null ? "cert" : "key", null, "both cert and key, in PEM");
        }
        given.doneWithKnown();
        return security;
    }

    ChannelCredentials credentials(boolean trustAnyone) {
        if (plaintext) {
            return InsecureChannelCredentials.create();
        }
        TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
        try {
            if (trustAnyone) {
                tls.trustManager(new TrustAnyone());
            } else if (roots != null) {
                tls.trustManager(KeyStores.trusting(Pem.certificates("grpc.connect: tls.cacerts", roots)));
            }
            if (chain != null && key != null) {
                tls.keyManager(KeyStores.identity(
                        Pem.certificates("grpc.connect: tls.cert", chain),
                        Pem.privateKey("grpc.connect: tls.key", key, password)));
            }
        } catch (GeneralSecurityException e) {
            throw new ScriptException(
                    "grpc.connect: tls: " + e.getMessage()
                            + " (expected: a certificate and the key that belongs to it)",
                    e);
        }
        return tls.build();
    }
}
