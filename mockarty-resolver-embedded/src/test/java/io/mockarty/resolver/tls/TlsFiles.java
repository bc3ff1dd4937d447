package io.mockarty.resolver.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates, keys and the files that hold them, made for one test in its own directory. */
record TlsFiles(Path directory, CertificateAuthority authority) {

    static final char[] PASSWORD = "changeit".toCharArray();

    static TlsFiles in(Path directory) {
        return new TlsFiles(directory, CertificateAuthority.create(Clock.systemUTC(), new SecureRandom()));
    }

    static KeyPair keys(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        switch (algorithm) {
            case "RSA" -> generator.initialize(2048);
            case "EC" -> generator.initialize(256);
            case "DSA" -> generator.initialize(1024);
            default -> {} // the name says it all
        }
        return generator.generateKeyPair();
    }

    X509Certificate server(KeyPair keys) {
        List<HostName> names =
                Stream.of("localhost", "127.0.0.1").map(HostName::parse).toList();
        return authority.issue(keys.getPublic(), CertificateAuthority.Purpose.SERVER, names);
    }

    Path certificates(String name, X509Certificate... certificates) throws IOException {
        return text(name, Pem.write(List.of(certificates)));
    }

    Path key(String name, KeyPair keys) throws IOException {
        return block(name, "PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    Path block(String name, String label, byte[] content) throws IOException {
        return text(name, Pem.write(label, content));
    }

    Path text(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    Path store(String name, KeyStore store) throws GeneralSecurityException, IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    KeyStore storeWith(String alias, KeyPair keys) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        add(store, alias, keys);
        return store;
    }

    void add(KeyStore store, String alias, KeyPair keys) throws GeneralSecurityException {
        Certificate[] chain = {server(keys), authority.certificate()};
        store.setKeyEntry(alias, keys.getPrivate(), PASSWORD, chain);
    }

    /** A client that trusts the given server and has a certificate of this authority. */
    SSLContext clientWithCertificate(Tls server) throws GeneralSecurityException, IOException {
        KeyPair keys = keys("EC");
        X509Certificate own = authority.issue(keys.getPublic(), CertificateAuthority.Purpose.CLIENT, List.of());
        KeyStore store = emptyStore();
        store.setKeyEntry("client", keys.getPrivate(), PASSWORD, new Certificate[] {own, authority.certificate()});
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(store, PASSWORD);
        KeyStore trusted = emptyStore();
        trusted.setCertificateEntry("server", server.caCertificates().get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
