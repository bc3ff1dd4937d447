package io.mockarty.perf.module;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys in the form that the JDK wants for connections. */
public final class KeyStores {

    /** Under which name {@link #identity} has the certificate. */
    public static final String ALIAS = "client";

    private static final char[] NO_PASSWORD = {};

    private KeyStores() {}

    /**
     * {@return what trusts servers with these certificates, or with ones they have signed, and no others}
     *
     * @param authorities the certificates
     * @throws GeneralSecurityException when the JDK refuses one
     */
    public static TrustManager[] trusting(List<X509Certificate> authorities) throws GeneralSecurityException {
        KeyStore store = empty();
        for (X509Certificate authority : authorities) {
            store.setCertificateEntry("ca-" + store.size(), authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /**
     * {@return what proves to servers who the client is}
     *
     * @param chain the certificate of the client, and those that lead to its authority
     * @param key its key
     * @throws GeneralSecurityException when the JDK refuses them
     */
    public static KeyManager[] identity(List<X509Certificate> chain, PrivateKey key) throws GeneralSecurityException {
        KeyStore store = empty();
        store.setKeyEntry(ALIAS, key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException("an empty store was read", e);
        }
        return store;
    }
}
