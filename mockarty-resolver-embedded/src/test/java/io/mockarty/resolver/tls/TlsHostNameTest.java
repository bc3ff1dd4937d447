package io.mockarty.resolver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsHostNameTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "API.Example.Test, api.example.test",
        "*.example.test, *.example.test",
        "my_service, my_service",
        "b\u00fccher.test, xn--bcher-kva.test",
        "1.2.3.4.test, 1.2.3.4.test",
        "3com, 3com"
    })
    void dns_name_is_kept_in_its_ascii_form(String text, String ascii) {
        assertThat(HostName.parse(text)).isEqualTo(new HostName.Dns(ascii));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 4", "255.255.255.255, 4", "::1, 16", "2001:db8::1, 16", "::ffff:192.0.2.1, 4"})
    void literal_address_is_kept_as_its_octets(String text, int octets) {
        HostName.Ip ip = (HostName.Ip) HostName.parse(text);

        assertThat(ip.address().getAddress()).hasSize(octets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "a..b",
                ".a",
                "a.",
                "-a",
                "a-",
                "a b",
                "a.*.b",
                "256.1.1.1",
                "1.2.3",
                "01.2.3.4",
                "127",
                "https://localhost",
                "localhost:8443",
                "[::1]",
                "fe80::1%eth0",
                "g::1",
                "1::2::3",
                "127.0.0.1:80"
            })
    void anything_else_is_refused_with_what_was_expected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.selfSigned("localhost", text))
                .withMessageStartingWith("hostNames: \"" + text + "\" (expected: a DNS name such as api.example.test");
    }

    @Test
    void label_longer_than_63_letters_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HostName.parse("a".repeat(64) + ".test"));
    }

    @Test
    void name_longer_than_253_letters_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HostName.parse("a.".repeat(126) + "ab"));
    }

    @Test
    void no_name_at_all_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.selfSigned(new String[0]))
                .withMessage("hostNames: none (expected: at least one DNS name or IP address)");
    }
}
