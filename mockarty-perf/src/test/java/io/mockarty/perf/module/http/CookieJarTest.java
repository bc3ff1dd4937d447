package io.mockarty.perf.module.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.client.HttpHeaders;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of RFC 6265, sections 5.1.3, 5.1.4, 5.3 and 5.4. */
class CookieJarTest {

    private final CookieJar jar = new CookieJar();

    private void answered(String url, String... setCookie) {
        HttpHeaders headers = new HttpHeaders();
        for (String line : setCookie) {
            headers.add("Set-Cookie", line);
        }
        jar.store(URI.create(url), headers);
    }

    private List<String> sentTo(String url) {
        return jar.cookies(URI.create(url)).stream()
                .map(HttpCookie::getName)
                .sorted()
                .toList();
    }

    @Test
    void a_cookie_without_a_domain_goes_back_to_its_host_only() {
        answered("http://shop.example.com/", "own=1");

        assertThat(sentTo("http://shop.example.com/cart")).containsExactly("own");
        assertThat(sentTo("http://api.shop.example.com/")).isEmpty();
        assertThat(sentTo("http://example.com/")).isEmpty();
    }

    @Test
    void a_cookie_of_a_domain_goes_to_all_hosts_below_it() {
        answered("http://shop.example.com/", "plain=1; Domain=example.com", "dotted=1; Domain=.Example.com");

        assertThat(sentTo("http://shop.example.com/")).containsExactly("dotted", "plain");
        assertThat(sentTo("http://example.com/")).containsExactly("dotted", "plain");
        assertThat(sentTo("https://deep.api.example.com/")).containsExactly("dotted", "plain");
        assertThat(sentTo("http://other-example.com/")).isEmpty();
    }

    @Test
    void a_cookie_for_another_domain_is_not_taken() {
        answered("http://shop.example.com/", "alien=1; Domain=example.org", "below=1; Domain=api.shop.example.com");
        answered("http://10.0.0.1/", "part=1; Domain=0.0.1", "address=1; Domain=10.0.0.1");

        assertThat(sentTo("http://shop.example.com/")).isEmpty();
        assertThat(sentTo("http://example.org/")).isEmpty();
        assertThat(sentTo("http://10.0.0.1/")).containsExactly("address");
    }

    @Test
    void a_cookie_without_a_path_is_for_the_directory_of_its_request() {
        answered("http://localhost:8080/shop/login", "session=1");

        assertThat(sentTo("http://localhost:8080/shop/cart")).containsExactly("session");
        assertThat(sentTo("http://localhost:8080/shop")).containsExactly("session");
        assertThat(sentTo("http://localhost:8080/shopping")).isEmpty();
        assertThat(sentTo("http://localhost:8080/")).isEmpty();
    }

    @Test
    void secure_cookies_are_not_sent_in_the_clear() {
        answered("https://example.com/", "secret=1; Secure");

        assertThat(sentTo("http://example.com/")).isEmpty();
        assertThat(sentTo("https://example.com/")).containsExactly("secret");
    }

    @Test
    void a_cookie_that_has_expired_is_gone() {
        answered("http://example.com/", "session=1");
        answered("http://example.com/", "session=; Max-Age=0");

        assertThat(sentTo("http://example.com/")).isEmpty();
    }

    @Test
    void a_malformed_line_does_not_keep_others_from_being_taken() {
        answered("http://example.com/", "=x", "good=1");

        assertThat(sentTo("http://example.com/")).containsExactly("good");
    }
}
