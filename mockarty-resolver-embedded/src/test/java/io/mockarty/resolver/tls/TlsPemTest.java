package io.mockarty.resolver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsPemTest {

    @TempDir
    private Path directory;

    private TlsFiles files;
    private KeyPair keys;
    private Path chain;

    @BeforeEach
    void write_a_good_chain() throws Exception {
        files = TlsFiles.in(directory);
        keys = TlsFiles.keys("EC");
        chain = files.certificates(
                "cert.pem", files.server(keys), files.authority().certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void server_answers_with_a_key_of_each_kind(String algorithm) throws Exception {
        KeyPair own = TlsFiles.keys(algorithm);
        X509Certificate ca = files.authority().certificate();
        Tls tls = Tls.pem(files.certificates("own.pem", files.server(own), ca), files.key("own.key", own));

        try (TlsServer server = TlsServer.start(tls)) {
            assertThat(server.get("localhost", tls.clientContext())).isEqualTo(TlsServer.ANONYMOUS);
        }
        assertThat(tls.caCertificates()).containsExactly(ca);
    }

    @Test
    void certificate_without_its_issuer_is_itself_what_a_client_trusts() throws Exception {
        X509Certificate alone = files.server(keys);
        Tls tls = Tls.pem(files.certificates("alone.pem", alone), files.key("key.pem", keys));

        try (TlsServer server = TlsServer.start(tls)) {
            assertThat(server.get("localhost", tls.clientContext())).isEqualTo(TlsServer.ANONYMOUS);
        }
        assertThat(tls.caCertificates()).containsExactly(alone);
    }

    @Test
    void one_file_may_hold_key_and_certificates_between_other_text() throws Exception {
        String key = Pem.write("PRIVATE KEY", keys.getPrivate().getEncoded());
        String text = "\uFEFF" + key + "subject=CN = x\n" + Files.readString(chain) + "end\n";
        Path both = files.text("both.pem", text.replace("\n", " \r\n"));

        assertThat(Tls.pem(both, both).caCertificates())
                .containsExactly(files.authority().certificate());
    }

    @Test
    void files_are_not_needed_after_they_were_read() throws Exception {
        Path key = files.key("key.pem", keys);
        Tls tls = Tls.pem(chain, key);
        Files.delete(chain);
        Files.delete(key);

        assertThat(tls.sslContext()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"})
    void key_in_another_form_is_refused_with_the_command_that_converts_it(String label) throws Exception {
        Path key = files.block("key.pem", label, keys.getPrivate().getEncoded());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, key))
                .withMessage(
                        "privateKey: %s has \"BEGIN %s\" (expected: PKCS#8 \"BEGIN PRIVATE KEY\"; convert with "
                                + "openssl pkcs8 -topk8 -nocrypt -in %1$s -out %1$s.pkcs8)",
                        key, label);
    }

    @ParameterizedTest
    @CsvSource({"ENCRYPTED PRIVATE KEY, ''", "RSA PRIVATE KEY, 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n'"})
    void encrypted_key_is_refused_with_the_command_that_decrypts_it(String label, String headers) throws Exception {
        String begin = "-----BEGIN " + label + "-----\n";
        Path key = files.text("key.pem", begin + headers + "AAAA\n" + begin.replace("BEGIN", "END"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, key))
                .withMessageStartingWith("privateKey: " + key + " has \"BEGIN " + label + "\", an encrypted key")
                .withMessageContaining("openssl pkcs8 -topk8 -nocrypt -in " + key);
    }

    @Test
    void key_of_openssh_is_refused_with_the_command_that_converts_it() throws Exception {
        Path key = files.block("id", "OPENSSH PRIVATE KEY", new byte[3]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, key))
                .withMessageContaining("ssh-keygen -p -m PKCS8");
    }

    @Test
    void key_of_another_certificate_is_refused() throws Exception {
        Path key = files.key("other.pem", TlsFiles.keys("EC"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, key))
                .withMessageStartingWith("privateKey: " + key
                        + " has a key of kind EC that does not fit CN=Mockarty server, EC of " + chain)
                .withMessageContaining("(expected: the private key of that certificate");
    }

    @Test
    void key_of_another_kind_than_the_certificate_is_refused() throws Exception {
        Path key = files.key("other.pem", TlsFiles.keys("RSA"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, key))
                .withMessageContaining("a key of kind RSA that does not fit CN=Mockarty server, EC");
    }

    @Test
    void chain_that_begins_with_the_authority_is_refused() throws Exception {
        Path reversed = files.certificates("reversed.pem", files.authority().certificate(), files.server(keys));
        Path key = files.key("key.pem", keys);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(reversed, key))
                .withMessageStartingWith(
                        "certificateChain: " + reversed + " is out of order: certificate 2 (CN=Mockarty")
                .withMessageContaining("did not sign certificate 1")
                .withMessageContaining("(expected: the server's own certificate, then each the one that signed");
    }

    @Test
    void swapped_files_are_refused() throws Exception {
        Path key = files.key("key.pem", keys);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(key, chain))
                .withMessage(
                        "certificateChain: %s has only \"BEGIN PRIVATE KEY\" (expected: PEM \"BEGIN CERTIFICATE\")",
                        key);
    }

    @Test
    void file_of_certificates_in_the_place_of_the_key_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, chain))
                .withMessage(
                        "privateKey: %s has only \"BEGIN CERTIFICATE\" (expected: PKCS#8 \"BEGIN PRIVATE KEY\")",
                        chain);
    }

    @Test
    void missing_file_is_reported_with_its_path() {
        Path missing = directory.resolve("missing.pem");

        assertThatThrownBy(() -> Tls.pem(chain, missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("privateKey: " + missing + " does not exist");
    }

    @Test
    void directory_is_reported_with_its_path() {
        assertThatThrownBy(() -> Tls.pem(directory, chain))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("certificateChain: " + directory + " cannot be read (");
    }

    @Test
    void binary_certificate_is_refused_as_such() throws Exception {
        Path der = Files.write(directory.resolve("cert.der"), files.server(keys).getEncoded());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(der, der))
                .withMessage("certificateChain: %s is binary (DER) (expected: PEM \"BEGIN CERTIFICATE\")", der);
    }

    @ParameterizedTest
    @CsvSource({
        "'', has no PEM block (expected: PKCS#8",
        "'-----BEGIN PRIVATE KEY-----\nAAAA\n', has \"BEGIN PRIVATE KEY\" without its end",
        "'-----BEGIN PRIVATE KEY-----\nA*A\n-----END PRIVATE KEY-----', has a broken \"BEGIN PRIVATE KEY\" block",
        "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', has a broken private key or one"
    })
    void broken_key_file_is_refused_with_what_is_wrong(String content, String problem) throws Exception {
        Path key = files.text("broken.pem", content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, key))
                .withMessageStartingWith("privateKey: " + key + " " + problem);
    }

    @Test
    void broken_certificate_is_refused_with_its_number() throws Exception {
        Path broken = files.text("broken.pem", Files.readString(chain) + Pem.write("CERTIFICATE", new byte[30]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(broken, chain))
                .withMessage(
                        "certificateChain: %s has a certificate that this JDK cannot read, number 3 "
                                + "(expected: X.509 in DER)",
                        broken);
    }

    @Test
    void file_with_two_private_keys_is_refused() throws Exception {
        String key = Pem.write("PRIVATE KEY", keys.getPrivate().getEncoded());
        Path two = files.text("two.pem", key + key);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pem(chain, two))
                .withMessage("privateKey: %s has 2 private keys (expected: one)", two);
    }
}
