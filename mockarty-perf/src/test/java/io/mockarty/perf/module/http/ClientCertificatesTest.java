package io.mockarty.perf.module.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.perf.module.TestKeys;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientCertificatesTest {

    private static final String[] TYPES = {"RSA", "EC"};

    private static Map<String, Object> entry(String certificate, String... domains) {
        return Map.of("cert", certificate, "key", TestKeys.KEY, "domains", List.of(domains));
    }

    private static @Nullable String shownTo(String host, List<Map<String, Object>> option)
            throws GeneralSecurityException {
        X509ExtendedKeyManager manager = (X509ExtendedKeyManager) ClientCertificates.of(option)[0];
        String alias = manager.chooseEngineClientAlias(
                TYPES, null, SSLContext.getDefault().createSSLEngine(host, 443));
        return alias == null
                ? null
                : manager.getCertificateChain(alias)[0]
                        .getSubjectX500Principal()
                        .getName();
    }

    @Test
    void a_certificate_is_for_the_hosts_in_its_domains() throws GeneralSecurityException {
        List<Map<String, Object>> option =
                List.of(entry(TestKeys.ALICE, "a.example", "*.Deep.example"), entry(TestKeys.BOB, "b.example"));

        assertThat(shownTo("A.example", option)).isEqualTo("CN=alice");
        assertThat(shownTo("one.deep.example", option)).isEqualTo("CN=alice");
        assertThat(shownTo("b.example", option)).isEqualTo("CN=bob");
        assertThat(shownTo("deep.example", option)).isNull();
        assertThat(shownTo("other.example", option)).isNull();
    }

    @Test
    void a_certificate_without_domains_is_for_all_that_no_earlier_one_is_for() throws GeneralSecurityException {
        List<Map<String, Object>> option = List.of(entry(TestKeys.BOB, "b.example"), entry(TestKeys.ALICE));

        assertThat(shownTo("b.example", option)).isEqualTo("CN=bob");
        assertThat(shownTo("c.example", option)).isEqualTo("CN=alice");
    }

    @Test
    void what_cannot_be_read_is_told_with_its_place() {
        assertThat(ClientCertificates.of(List.of())).isNull();
        assertThatThrownBy(() -> ClientCertificates.of(List.of(entry(TestKeys.BOB), entry("nothing"))))
                .hasMessageStartingWith("tlsAuth[1].cert: no certificate in it");
    }
}
