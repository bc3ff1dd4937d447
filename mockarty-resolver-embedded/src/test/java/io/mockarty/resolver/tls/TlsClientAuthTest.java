package io.mockarty.resolver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsClientAuthTest {

    private static final String CLIENT = "CN=Mockarty client";

    @TempDir
    private Path directory;

    private TlsFiles files;
    private Path trusted;

    @BeforeEach
    void make_an_authority_for_clients() throws Exception {
        files = TlsFiles.in(directory);
        trusted = files.certificates("clients.pem", files.authority().certificate());
    }

    private Tls with(ClientAuth policy) {
        return Tls.selfSigned().withClientAuth(policy, trusted);
    }

    private static String ask(Tls tls, SSLContext client) throws Exception {
        try (TlsServer server = TlsServer.start(tls)) {
            return server.get("localhost", client);
        }
    }

    @Test
    void server_that_needs_a_certificate_learns_who_the_client_is() throws Exception {
        Tls tls = with(ClientAuth.NEED);

        assertThat(ask(tls, files.clientWithCertificate(tls))).isEqualTo(CLIENT);
    }

    @Test
    void server_that_needs_a_certificate_refuses_a_client_without_one() {
        Tls tls = with(ClientAuth.NEED);

        assertThatThrownBy(() -> ask(tls, tls.clientContext()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void server_that_needs_a_certificate_refuses_one_of_a_stranger() throws Exception {
        Tls tls = with(ClientAuth.NEED);
        SSLContext stranger = TlsFiles.in(directory).clientWithCertificate(tls);

        assertThatThrownBy(() -> ask(tls, stranger))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void server_that_wants_a_certificate_learns_who_the_client_is() throws Exception {
        Tls tls = with(ClientAuth.WANT);

        assertThat(ask(tls, files.clientWithCertificate(tls))).isEqualTo(CLIENT);
    }

    @Test
    void server_that_wants_a_certificate_serves_a_client_without_one() throws Exception {
        Tls tls = with(ClientAuth.WANT);

        assertThat(ask(tls, tls.clientContext())).isEqualTo(TlsServer.ANONYMOUS);
    }

    @Test
    void server_that_asks_for_nothing_does_not_learn_who_the_client_is() throws Exception {
        Tls tls = with(ClientAuth.NONE);

        assertThat(ask(tls, files.clientWithCertificate(tls))).isEqualTo(TlsServer.ANONYMOUS);
    }

    @Test
    void another_policy_keeps_the_identity() {
        Tls tls = Tls.selfSigned();
        Tls strict = tls.withClientAuth(ClientAuth.NEED, trusted);

        assertThat(strict.caPem()).isEqualTo(tls.caPem());
        assertThat(strict.clientAuth()).isEqualTo(ClientAuth.NEED);
        assertThat(tls.clientAuth()).isEqualTo(ClientAuth.NONE);
    }

    @Test
    void file_without_a_certificate_is_refused() throws Exception {
        Path key = files.key("key.pem", TlsFiles.keys("EC"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.selfSigned().withClientAuth(ClientAuth.WANT, key))
                .withMessage(
                        "trustedCertificatesPem: %s has only \"BEGIN PRIVATE KEY\" (expected: PEM \"BEGIN "
                                + "CERTIFICATE\")",
                        key);
    }

    @Test
    void missing_file_is_reported_with_its_path() {
        Path missing = directory.resolve("missing.pem");

        assertThatThrownBy(() -> Tls.selfSigned().withClientAuth(ClientAuth.NEED, missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("trustedCertificatesPem: " + missing + " does not exist");
    }
}
