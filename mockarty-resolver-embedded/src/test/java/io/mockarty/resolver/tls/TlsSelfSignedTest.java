package io.mockarty.resolver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSelfSignedTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void http_client_reaches_the_server_by_name_and_by_address(String host) throws Exception {
        Tls tls = Tls.selfSigned();
        try (TlsServer server = TlsServer.start(tls)) {
            assertThat(server.get(host, tls.clientContext())).isEqualTo(TlsServer.ANONYMOUS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1"})
    void default_certificate_vouches_for_this_machine(String name) throws Exception {
        Tls tls = Tls.selfSigned();
        try (TlsServer server = TlsServer.start(tls)) {
            assertThat(server.connectAs(name, tls.clientContext()).getBasicConstraints())
                    .isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api.example.test", "a.wild.test", "192.0.2.7", "2001:db8::1", "my-host", "xn--bcher-kva.test"})
    void certificate_vouches_for_the_names_it_was_made_for(String name) throws Exception {
        Tls tls = Tls.selfSigned(
                "API.example.test", "*.wild.test", "192.0.2.7", "2001:DB8::1", "my-host", "b\u00fccher.test");
        try (TlsServer server = TlsServer.start(tls)) {
            assertThat(server.connectAs(name, tls.clientContext())).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "127.0.0.1", "other.example.test", "a.b.wild.test", "192.0.2.8", "2001:db8::2"})
    void client_refuses_a_name_that_the_certificate_does_not_have(String name) throws Exception {
        Tls tls = Tls.selfSigned("api.example.test", "*.wild.test", "192.0.2.7", "2001:db8::1");
        try (TlsServer server = TlsServer.start(tls)) {
            assertThatThrownBy(() -> server.connectAs(name, tls.clientContext()))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("subject alternative");
        }
    }

    @Test
    void client_of_one_instance_does_not_trust_the_server_of_another() throws Exception {
        Tls other = Tls.selfSigned();
        try (TlsServer server = TlsServer.start(Tls.selfSigned())) {
            assertThatThrownBy(() -> server.get("localhost", other.clientContext()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void two_instances_have_authorities_of_different_names() {
        X509Certificate one = Tls.selfSigned().caCertificates().get(0);
        X509Certificate two = Tls.selfSigned().caCertificates().get(0);

        assertThat(one.getSubjectX500Principal()).isNotEqualTo(two.getSubjectX500Principal());
    }

    @Test
    void one_instance_makes_its_authority_once_for_all_threads() {
        Tls tls = Tls.selfSigned();

        List<String> seen = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> tls.caPem())
                .distinct()
                .toList();

        assertThat(seen).hasSize(1);
    }

    @Test
    void nothing_is_made_before_it_is_needed() {
        Clock broken = new Clock() {
            @Override
            public Instant instant() {
                throw new IllegalStateException("asked for the time");
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };

        Tls tls = Tls.selfSigned(broken, new SecureRandom(), "localhost");

        assertThat(tls.clientAuth()).isEqualTo(ClientAuth.NONE);
        assertThatThrownBy(tls::caPem).hasMessage("asked for the time");
    }

    @Test
    void pem_text_of_the_authority_reads_back_as_the_same_certificate(@TempDir Path directory) throws Exception {
        Tls tls = Tls.selfSigned();
        Path file = TlsFiles.in(directory).text("ca.pem", tls.caPem());

        assertThat(Pem.certificates(new NamedFile("ca", file))).isEqualTo(tls.caCertificates());
        assertThat(tls.caPem().getBytes(StandardCharsets.UTF_8)).endsWith((byte) '\n');
        assertThat(tls.caPem().lines()).allMatch(line -> line.length() <= 64);
    }

    @Test
    void text_of_an_identity_names_the_certificate_and_not_the_key() {
        Identity identity =
                Identity.selfSigned(List.of(HostName.parse("localhost")), Clock.systemUTC(), new SecureRandom());

        assertThat(identity).hasToString("Identity[CN=Mockarty server, EC]");
    }
}
