package io.mockarty.resolver.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** An identity from a PKCS#12 key store (RFC 7292) with one private key. */
final class Pkcs12Identity {

    private static final String WRONG_PASSWORD = "does not open with the given password";
    private static final String THE_PASSWORD = "the password that the key store and its key were written with";

    private Pkcs12Identity() {}

    static Identity load(Path keyStore, char[] password) {
        Objects.requireNonNull(password, "password");
        NamedFile file = new NamedFile("keyStore", keyStore);
        try {
            KeyStore store = open(file, password);
            String alias = onlyKey(file, store);
            Identity identity = entry(file, store, alias, password);
            check(file, alias, identity);
            return identity;
        } catch (UnrecoverableKeyException e) {
            throw file.problem(WRONG_PASSWORD, THE_PASSWORD, e);
        } catch (GeneralSecurityException e) {
            throw file.problem("has content that this JDK cannot read: " + e.getMessage(), "PKCS#12", e);
        }
    }

    private static KeyStore open(NamedFile file, char[] password) throws GeneralSecurityException {
        byte[] bytes = file.bytes();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(bytes), password);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw file.problem(WRONG_PASSWORD, THE_PASSWORD, e);
            }
            throw file.problem(
                    "is no key store that this JDK can read (" + e.getMessage() + ")",
                    "PKCS#12, as made by openssl pkcs12 -export -in cert.pem -inkey key.pem -out keystore.p12",
                    e);
        }
        return store;
    }

    private static String onlyKey(NamedFile file, KeyStore store) throws KeyStoreException {
        List<String> aliases = Collections.list(store.aliases());
        List<String> keys = new ArrayList<>();
        for (String alias : aliases) {
            // Older JDKs take a key without a certificate for a whole entry.
            boolean privateKey = store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class);
            if (privateKey && store.getCertificateChain(alias) != null) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            String found = keys.isEmpty() ? "no private key with its certificate" : "the private keys " + keys;
            throw file.problem("has " + found + " among its entries " + aliases, "exactly one private key");
        }
        return keys.get(0);
    }

    private static Identity entry(NamedFile file, KeyStore store, String alias, char[] password)
            throws GeneralSecurityException {
        if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw file.problem("has no private key in entry \"" + alias + "\"", "exactly one private key");
        }
        List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new Identity(key, chain);
    }

    private static void check(NamedFile file, String alias, Identity identity) {
        String entry = " in entry \"" + alias + "\"";
        Identity.brokenLink(identity.chain()).ifPresent(link -> {
            throw file.problem("has a broken chain" + entry + ": " + link, Identity.EXPECTED_CHAIN);
        });
        identity.keyProblem("").ifPresent(problem -> {
            throw file.problem("has" + entry + " " + problem.found(), problem.expected());
        });
    }
}
