package io.mockarty.perf.module.http;

import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.TrustAnyone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to trust and who to be when connections are encrypted. */
final class TlsContexts {

    private TlsContexts() {}

    static SSLSocketFactory socketFactory(boolean verify, @Nullable Object tlsAuth) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(tlsAuth), verify ? null : new TrustManager[] {new TrustAnyone()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new ScriptException("tlsAuth: " + e.getMessage() + " (expected: cert and key in PEM)", e);
        }
    }

    private static KeyManager @Nullable [] keys(@Nullable Object tlsAuth) throws GeneralSecurityException, IOException {
        if (!(tlsAuth instanceof List<?> list) || list.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        char[] password = new char[0];
        for (Object entry : list) {
            if (entry instanceof Map<?, ?> map
                    && map.get("cert") instanceof String certificate
                    && map.get("key") instanceof String key) {
                Certificate[] chain = CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)))
                        .toArray(Certificate[]::new);
                store.setKeyEntry("client-" + store.size(), privateKey(key), password, chain);
            }
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        if (!pem.contains("BEGIN PRIVATE KEY")) {
            throw new ScriptException("tlsAuth.key: (expected: PKCS#8, which begins with -----BEGIN PRIVATE KEY-----;"
                    + " 'openssl pkcs8 -topk8 -nocrypt' converts others)");
        }
        byte[] bytes = Base64.getMimeDecoder()
                .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(bytes);
        GeneralSecurityException problem = new GeneralSecurityException("the key is neither RSA nor EC nor Ed25519");
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException e) {
                problem.addSuppressed(e);
            }
        }
        throw problem;
    }
}
