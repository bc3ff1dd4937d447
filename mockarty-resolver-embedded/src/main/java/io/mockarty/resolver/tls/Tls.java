package io.mockarty.resolver.tls;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The TLS identity of a server (private key and certificates) and its policy on client certificates.
 *
 * <p>Files are read and checked when the instance is made, never again; whether a certificate is still valid is left to
 * the clients, so that an expired one can be served on purpose. A self-signed identity is made when it is first needed
 * and then kept. Instances are immutable and may be used from any thread. No argument or result is {@code null}.
 */
public final class Tls {

    private final Supplier<Identity> identity;
    private final ClientAuth clientAuth;
    private final List<X509Certificate> trustedClients;

    private Tls(Supplier<Identity> identity, ClientAuth clientAuth, List<X509Certificate> trustedClients) {
        this.identity = identity;
        this.clientAuth = clientAuth;
        this.trustedClients = List.copyOf(trustedClients);
    }

    /**
     * Describes a server on this machine: a certificate for {@code localhost}, {@code 127.0.0.1} and {@code ::1},
     * issued by a new certificate authority that belongs to this instance alone. Both are valid for a year.
     *
     * @return settings that ask no client for a certificate
     */
    public static Tls selfSigned() {
        return selfSigned("localhost", "127.0.0.1", "::1");
    }

    /**
     * Describes a server under the given names: a certificate for exactly these, issued by a new certificate authority
     * that belongs to this instance alone. Both are valid for a year.
     *
     * @param hostNames DNS names (a first label {@code *} stands for any) and IPv4 or IPv6 addresses, at least one
     * @return settings that ask no client for a certificate
     * @throws IllegalArgumentException when there is no name, or one is neither a DNS name nor an IP address
     */
    public static Tls selfSigned(String... hostNames) {
        return selfSigned(Clock.systemUTC(), new SecureRandom(), hostNames);
    }

    static Tls selfSigned(Clock clock, SecureRandom random, String... hostNames) {
        List<HostName> names =
                Arrays.stream(hostNames).map(HostName::parse).distinct().toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("hostNames: none (expected: at least one DNS name or IP address)");
        }
        return anonymous(new Once<>(() -> Identity.selfSigned(names, clock, random)));
    }

    /**
     * Reads a server's identity from PEM files. Both may be the same file.
     *
     * @param certificateChain the server's own certificate, then each the one that signed the one before
     * @param privateKey an unencrypted PKCS#8 key: RSA, EC (P-256, P-384, P-521) or Ed25519
     * @return settings that ask no client for a certificate
     * @throws IllegalArgumentException when a file has other content, the chain is out of order, or the key is not that
     *     of the first certificate; the message names the file, what was found and what to do
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static Tls pem(Path certificateChain, Path privateKey) {
        Identity loaded = PemIdentity.load(certificateChain, privateKey);
        return anonymous(() -> loaded);
    }

    /**
     * Reads a server's identity from a PKCS#12 key store that holds one private key and its certificates.
     *
     * @param keyStore the file, commonly {@code .p12} or {@code .pfx}
     * @param password of the file and of the key in it; not kept
     * @return settings that ask no client for a certificate
     * @throws IllegalArgumentException when the file is no key store, the password is wrong, or the file has not
     *     exactly one private key with its certificate
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static Tls pkcs12(Path keyStore, char[] password) {
        Identity loaded = Pkcs12Identity.load(keyStore, password);
        return anonymous(() -> loaded);
    }

    private static Tls anonymous(Supplier<Identity> identity) {
        return new Tls(identity, ClientAuth.NONE, List.of());
    }

    /**
     * Returns settings with the same identity (a self-signed one is shared, not made again) and another policy on
     * client certificates.
     *
     * @param policy whether clients are asked for a certificate
     * @param trustedCertificatesPem the certificates that are trusted to have issued a client's; read and checked under
     *     every policy, used unless the policy is {@link ClientAuth#NONE}
     * @return the new settings
     * @throws IllegalArgumentException when the file has no certificate or a broken one
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public Tls withClientAuth(ClientAuth policy, Path trustedCertificatesPem) {
        Objects.requireNonNull(policy, "policy");
        return new Tls(
                identity, policy, Pem.certificates(new NamedFile("trustedCertificatesPem", trustedCertificatesPem)));
    }

    /**
     * Makes a context for the server's side. A context cannot carry {@link #clientAuth()}: whoever makes sockets or
     * engines from it sets that on each.
     *
     * @return a new context; it trusts client certificates as configured, and none under {@link ClientAuth#NONE}
     * @throws IllegalStateException when this JDK cannot make the certificate or the context
     */
    public SSLContext sslContext() {
        return Contexts.server(identity.get(), clientAuth == ClientAuth.NONE ? List.of() : trustedClients);
    }

    /**
     * Tells what the server has to ask of its clients.
     *
     * @return the policy, {@link ClientAuth#NONE} unless {@link #withClientAuth} set another
     */
    public ClientAuth clientAuth() {
        return clientAuth;
    }

    /**
     * Tells what a client has to trust in order to accept this server: the certificate authority of a self-signed
     * identity, otherwise the last certificate of the chain.
     *
     * @return an unmodifiable list, never empty
     * @throws IllegalStateException when this JDK cannot make the certificate
     */
    public List<X509Certificate> caCertificates() {
        return List.of(identity.get().trustAnchor());
    }

    /**
     * Writes {@link #caCertificates()} as PEM text, for {@code curl --cacert} and the like.
     *
     * @return the text, with a line feed at the end
     * @throws IllegalStateException when this JDK cannot make the certificate
     */
    public String caPem() {
        return Pem.write(caCertificates());
    }

    /**
     * Makes a context for a client that trusts {@link #caCertificates()} and nothing else, such as a test's
     * {@code HttpClient}. It has no certificate of its own to show under {@link ClientAuth#NEED}.
     *
     * @return a new context
     * @throws IllegalStateException when this JDK cannot make the certificate or the context
     */
    public SSLContext clientContext() {
        return Contexts.client(caCertificates());
    }
}
