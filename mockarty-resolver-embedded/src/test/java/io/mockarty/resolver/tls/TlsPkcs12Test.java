package io.mockarty.resolver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsPkcs12Test {

    @TempDir
    private Path directory;

    private TlsFiles files;

    @BeforeEach
    void make_an_authority() {
        files = TlsFiles.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void server_answers_with_a_key_of_each_kind(String algorithm) throws Exception {
        Path store = files.store("server.p12", files.storeWith("server", TlsFiles.keys(algorithm)));
        Tls tls = Tls.pkcs12(store, TlsFiles.PASSWORD);

        try (TlsServer server = TlsServer.start(tls)) {
            assertThat(server.get("127.0.0.1", tls.clientContext())).isEqualTo(TlsServer.ANONYMOUS);
        }
        assertThat(tls.caCertificates()).containsExactly(files.authority().certificate());
    }

    @Test
    void trusted_certificates_beside_the_key_do_no_harm() throws Exception {
        KeyStore content = files.storeWith("server", TlsFiles.keys("EC"));
        content.setCertificateEntry("friend", Tls.selfSigned().caCertificates().get(0));

        Tls tls = Tls.pkcs12(files.store("server.p12", content), TlsFiles.PASSWORD);

        assertThat(tls.caCertificates()).containsExactly(files.authority().certificate());
    }

    @Test
    void wrong_password_is_reported_as_such() throws Exception {
        Path store = files.store("server.p12", files.storeWith("server", TlsFiles.keys("EC")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(store, "wrong".toCharArray()))
                .withMessage(
                        "keyStore: %s does not open with the given password (expected: the password that the key "
                                + "store and its key were written with)",
                        store)
                .withMessageNotContaining("wrong");
    }

    @Test
    void key_with_a_password_of_its_own_is_reported_as_a_wrong_password() throws Exception {
        KeyPair keys = TlsFiles.keys("EC");
        KeyStore content = TlsFiles.emptyStore();
        content.setKeyEntry("server", keys.getPrivate(), "other".toCharArray(), new Certificate[] {files.server(keys)});
        Path store = files.store("server.p12", content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(store, TlsFiles.PASSWORD))
                .withMessageContaining("does not open with the given password");
    }

    @Test
    void file_of_another_kind_is_refused() throws Exception {
        Path text = files.text("server.p12", "-----BEGIN CERTIFICATE-----");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(text, TlsFiles.PASSWORD))
                .withMessageStartingWith("keyStore: " + text + " is no key store that this JDK can read (")
                .withMessageContaining("(expected: PKCS#12, as made by openssl pkcs12 -export");
    }

    @Test
    void key_store_without_a_private_key_is_refused_with_its_entries() throws Exception {
        KeyStore content = TlsFiles.emptyStore();
        content.setCertificateEntry("ca", files.authority().certificate());
        Path store = files.store("trust.p12", content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(store, TlsFiles.PASSWORD))
                .withMessage(
                        "keyStore: %s has no private key with its certificate among its entries [ca] (expected: "
                                + "exactly one private key)",
                        store);
    }

    @Test
    void key_store_with_two_private_keys_is_refused_with_their_names() throws Exception {
        KeyStore content = files.storeWith("one", TlsFiles.keys("EC"));
        files.add(content, "two", TlsFiles.keys("EC"));
        Path store = files.store("two.p12", content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(store, TlsFiles.PASSWORD))
                .withMessageContaining("has the private keys [one, two] among its entries");
    }

    @Test
    void key_that_does_not_fit_its_certificate_is_refused() throws Exception {
        KeyStore content = TlsFiles.emptyStore();
        Certificate[] ofAnother = {files.server(TlsFiles.keys("EC"))};
        content.setKeyEntry("server", TlsFiles.keys("EC").getPrivate(), TlsFiles.PASSWORD, ofAnother);
        Path store = files.store("mixed.p12", content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(store, TlsFiles.PASSWORD))
                .withMessageStartingWith("keyStore: " + store + " has in entry \"server\" a key of kind EC that does "
                        + "not fit CN=Mockarty server, EC");
    }

    @Test
    void private_key_without_its_certificate_is_refused() throws Exception {
        KeyStore content = TlsFiles.emptyStore();
        content.setKeyEntry("server", encrypted(TlsFiles.keys("EC").getPrivate()), null);
        Path store = files.store("bare.p12", content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(store, TlsFiles.PASSWORD))
                .withMessageContaining("has no private key with its certificate among its entries [server]");
    }

    private static byte[] encrypted(PrivateKey key) throws Exception {
        Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
        SecretKey secret =
                SecretKeyFactory.getInstance("PBEWithSHA1AndDESede").generateSecret(new PBEKeySpec(TlsFiles.PASSWORD));
        cipher.init(Cipher.ENCRYPT_MODE, secret, new PBEParameterSpec(new byte[8], 1000));
        return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(key.getEncoded())).getEncoded();
    }

    @Test
    void key_of_a_kind_that_tls_does_not_know_is_refused() throws Exception {
        Path store = files.store("dsa.p12", files.storeWith("server", TlsFiles.keys("DSA")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.pkcs12(store, TlsFiles.PASSWORD))
                .withMessage(
                        "keyStore: %s has in entry \"server\" a key of kind DSA that is not supported (expected: "
                                + "RSA, EC (P-256, P-384, P-521) or Ed25519)",
                        store);
    }

    @Test
    void missing_file_is_reported_with_its_path() {
        Path missing = directory.resolve("missing.p12");

        assertThatThrownBy(() -> Tls.pkcs12(missing, TlsFiles.PASSWORD))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("keyStore: " + missing + " does not exist");
    }
}
