package io.mockarty.perf.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {

    /** How long the part of a PKCS#8 key of RSA with 2048 bits is that comes before its PKCS#1 key. */
    private static final int PKCS_8_HEAD = 26;

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    @Test
    void certificates_are_found_among_other_text() {
        String text = "# ours\n" + TestKeys.ALICE + "\r\n subject=bob\n" + TestKeys.KEY + TestKeys.BOB;

        assertThat(Pem.certificates("ca", text))
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=alice", "CN=bob");
    }

    @Test
    void one_key_is_the_same_in_all_forms() {
        PrivateKey key = Pem.privateKey("key", TestKeys.KEY, null);

        assertThat(key.getAlgorithm()).isEqualTo("EC");
        assertThat(((ECPrivateKey) Pem.privateKey("key", TestKeys.SEC_1, null)).getS())
                .isEqualTo(((ECPrivateKey) key).getS());
        assertThat(Pem.privateKey("key", TestKeys.ENCRYPTED, TestKeys.PASSWORD)).isEqualTo(key);
        assertThat(Pem.privateKey("key", TestKeys.ALICE + TestKeys.KEY, null)).isEqualTo(key);
    }

    @Test
    void keys_of_pkcs_1_are_read() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        RSAPrivateKey made = (RSAPrivateKey) generator.generateKeyPair().getPrivate();
        byte[] pkcs8 = made.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS_8_HEAD, pkcs8.length);

        assertThat(Pem.privateKey("key", pem("RSA PRIVATE KEY", pkcs1), null)).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "Ed448", "EC", "RSA"})
    void keys_of_all_algorithms_are_read(String algorithm) throws GeneralSecurityException {
        PrivateKey made =
                KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();

        assertThat(Pem.privateKey("key", pem("PRIVATE KEY", made.getEncoded()), null))
                .isEqualTo(made);
    }

    @Test
    void what_cannot_be_read_is_told_without_the_key() {
        assertThatThrownBy(() -> Pem.certificates("tls.ca", "nonsense"))
                .hasMessage(
                        "tls.ca: no certificate in it (expected: PEM with \"BEGIN CERTIFICATE\", as open('file.pem')"
                                + " reads it)");
        assertThatThrownBy(() -> Pem.certificates("tls.ca", pem("CERTIFICATE", new byte[] {1, 2, 3})))
                .hasMessage("tls.ca: certificate 1 cannot be read (expected: X.509 in PEM)");
        assertThatThrownBy(() -> Pem.privateKey("tls.key", TestKeys.ALICE, null))
                .hasMessage(
                        "tls.key: no private key in it (expected: PEM with \"BEGIN PRIVATE KEY\", \"BEGIN RSA PRIVATE"
                                + " KEY\" or \"BEGIN EC PRIVATE KEY\")");
        assertThatThrownBy(() -> Pem.privateKey("tls.key", pem("PRIVATE KEY", new byte[] {1, 2, 3}), null))
                .hasMessage("tls.key: the key cannot be read (expected: one for [RSA, EC, Ed25519, Ed448])");
        assertThatThrownBy(() -> Pem.privateKey("tls.key", pem("EC PRIVATE KEY", new byte[] {0x30, 3, 2, 1, 1}), null))
                .hasMessage("tls.key: the key does not say its curve (expected: PKCS#8, to which 'openssl pkcs8 -topk8"
                        + " -nocrypt' converts it)");
        assertThatThrownBy(() -> Pem.privateKey("tls.key", TestKeys.ENCRYPTED, null))
                .hasMessage("tls.key: an encrypted key (expected: a password beside it)");
        assertThatThrownBy(() -> Pem.privateKey("tls.key", TestKeys.ENCRYPTED, "wrong"))
                .hasMessage("tls.key: the password does not open the key");
        assertThatThrownBy(() -> Pem.privateKey("tls.key", TestKeys.ENCRYPTED_OF_OLD, TestKeys.PASSWORD))
                .hasMessage("tls.key: an encrypted \"BEGIN EC PRIVATE KEY\" (expected: PKCS#8, to which 'openssl pkcs8"
                        + " -topk8' converts it)");
    }
}
