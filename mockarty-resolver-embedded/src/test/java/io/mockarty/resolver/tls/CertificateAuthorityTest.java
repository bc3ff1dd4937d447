package io.mockarty.resolver.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

    private static final Instant NOW = Instant.parse("2030-06-15T12:30:45.678Z");

    private final CertificateAuthority authority = at(NOW);
    private final X509Certificate ca = authority.certificate();
    private final X509Certificate server = issue(CertificateAuthority.Purpose.SERVER, "localhost", "127.0.0.1", "::1");

    private static CertificateAuthority at(Instant instant) {
        return CertificateAuthority.create(Clock.fixed(instant, ZoneOffset.UTC), new SecureRandom());
    }

    private X509Certificate issue(CertificateAuthority.Purpose purpose, String... names) {
        return authority.issue(
                CertificateAuthority.newKeyPair(new SecureRandom()).getPublic(),
                purpose,
                Stream.of(names).map(HostName::parse).toList());
    }

    @Test
    void authority_may_sign_certificates_and_nothing_else() {
        assertThat(ca.getVersion()).isEqualTo(3);
        assertThat(ca.getBasicConstraints()).isZero();
        assertThat(usages(ca)).containsExactly(5);
        assertThat(ca.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    }

    @Test
    void server_certificate_may_serve_and_nothing_else() throws Exception {
        assertThat(server.getVersion()).isEqualTo(3);
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(usages(server)).containsExactly(0);
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void client_certificate_has_no_alternative_name() throws Exception {
        X509Certificate client = issue(CertificateAuthority.Purpose.CLIENT);

        assertThat(client.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(client.getSubjectAlternativeNames()).isNull();
    }

    @Test
    void server_certificate_carries_names_and_addresses_in_order() throws Exception {
        assertThat(server.getSubjectAlternativeNames())
                .containsExactly(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void certificate_with_a_hundred_names_reads_back() throws Exception {
        String[] names = new String[100];
        Arrays.setAll(names, i -> "host-" + i + ".example.test");

        assertThat(issue(CertificateAuthority.Purpose.SERVER, names).getSubjectAlternativeNames())
                .hasSize(100)
                .contains(List.of(2, "host-99.example.test"));
    }

    @Test
    void key_identifier_of_the_authority_is_in_what_it_issues() {
        byte[] subject = ca.getExtensionValue("2.5.29.14");
        byte[] issuer = server.getExtensionValue("2.5.29.35");

        assertThat(lastTwenty(issuer)).isEqualTo(lastTwenty(subject));
        assertThat(lastTwenty(server.getExtensionValue("2.5.29.14"))).isNotEqualTo(lastTwenty(subject));
    }

    @Test
    void certificates_are_valid_from_yesterday_for_a_year() {
        for (X509Certificate certificate : List.of(ca, server)) {
            assertThat(certificate.getNotBefore()).isEqualTo(Date.from(Instant.parse("2030-06-14T12:30:45Z")));
            assertThat(certificate.getNotAfter()).isEqualTo(Date.from(Instant.parse("2031-06-15T12:30:45Z")));
        }
    }

    @Test
    void validity_crosses_the_year_2050() {
        X509Certificate late = at(Instant.parse("2049-06-15T00:00:00Z")).certificate();

        assertThat(late.getNotBefore()).isEqualTo(Date.from(Instant.parse("2049-06-14T00:00:00Z")));
        assertThat(late.getNotAfter()).isEqualTo(Date.from(Instant.parse("2050-06-15T00:00:00Z")));
    }

    @Test
    void serial_numbers_are_positive_of_127_bits_and_never_the_same() {
        assertThat(Stream.generate(
                                () -> issue(CertificateAuthority.Purpose.SERVER).getSerialNumber())
                        .limit(20))
                .doesNotHaveDuplicates()
                .allMatch(serial -> serial.signum() > 0 && serial.bitLength() == 127);
    }

    @Test
    void path_to_the_authority_is_valid() throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(ca, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));

        assertThat(CertPathValidator.getInstance("PKIX")
                        .validate(
                                CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters))
                .isNotNull();
    }

    private static List<Integer> usages(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        return Stream.iterate(0, i -> i + 1)
                .limit(bits.length)
                .filter(i -> bits[i])
                .toList();
    }

    private static byte[] lastTwenty(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - 20, bytes.length);
    }
}
