package io.mockarty.perf.har;

import static io.mockarty.perf.har.Recordings.ok;
import static io.mockarty.perf.har.Recordings.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarScriptTest {

    private static final Map<String, String> NONE = Map.of();
    private static final String SHOP = "https://shop.example";

    @TempDir
    private Path directory;

    static Path shop() {
        try {
            return Path.of(Objects.requireNonNull(HarScriptTest.class.getResource("shop.har"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HarScriptTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(String text) {
        return Map.of("mimeType", "application/json", "text", text);
    }

    @Test
    void a_shopping_tour_becomes_a_readable_script() throws Exception {
        assertThat(HarScript.write(shop(), HarOptions.DEFAULTS)).isEqualTo(resource("shop.js"));
    }

    @Test
    void no_secret_of_the_recording_is_in_the_script() throws Exception {
        assertThat(HarScript.write(shop(), HarOptions.DEFAULTS))
                .doesNotContain("hunter2", "key-4711", "eyJ", "1234", "a1b2c3", "yes-2026", "Zk9", "GA1");
    }

    @Test
    void options_decide_about_statics_hosts_and_pauses() throws Exception {
        String script = HarScript.write(
                shop(),
                HarOptions.DEFAULTS
                        .withStatic(true)
                        .withHosts(Set.of("shop.example"))
                        .withPauses(Duration.ZERO, Duration.ofSeconds(3)));

        assertThat(script).contains("/static/app.9f3c.js`", "/logo.png`", "sleep(3);", "requests to other hosts: 6");
        assertThat(script).doesNotContain("api.shop.example", "static resources");
        assertThat(HarScript.write(shop(), HarOptions.DEFAULTS.withPauses(Duration.ZERO, Duration.ZERO)))
                .doesNotContain("sleep");
    }

    @Test
    void a_redirect_whose_target_was_not_recorded_is_not_followed() throws Exception {
        Map<String, Object> redirect = Map.of("status", 302L, "redirectURL", "https://elsewhere.example/");

        String script = new Recordings().get(SHOP + "/out", redirect).script(directory);

        assertThat(script).contains("const res = http.get(`${BASE_URL}/out`, { redirects: 0 });", "'GET /out is 302'");
    }

    @Test
    void a_cached_copy_is_expected_as_a_fresh_one() throws Exception {
        String script = new Recordings()
                .add("GET", SHOP + "/a", Map.of("If-None-Match", "\"x\""), Map.of(), Map.of("status", 304L))
                .script(directory);

        assertThat(script).contains("http.get(`${BASE_URL}/a`);", "is 200").doesNotContain("If-None-Match");
    }

    @Test
    void a_short_id_is_told_from_other_numbers_by_its_place() throws Exception {
        String script = new Recordings()
                .add("POST", SHOP + "/carts", NONE, json("{}"), response(201, "application/json", "{\"id\": 5}"))
                .add(
                        "POST",
                        SHOP + "/carts/5/items",
                        NONE,
                        json("{\"cartId\": 5, \"quantity\": 5, \"sku\": \"5\"}"),
                        ok())
                .script(directory);

        assertThat(script).contains("cartId = res.json('id');", "`${BASE_URL}/carts/${cartId}/items`");
        assertThat(script).contains("JSON.stringify({ cartId: cartId, quantity: 5, sku: '5' })");
    }

    @Test
    void what_was_sent_before_it_came_is_no_variable() throws Exception {
        Map<String, Object> answer = response(200, "application/json", "{\"orderId\": \"ord-123456\"}");

        String script = new Recordings()
                .get(SHOP + "/orders/ord-123456", answer)
                .get(SHOP + "/orders/ord-123456/items", answer)
                .script(directory);

        assertThat(script).contains("/orders/ord-123456/items`").doesNotContain("let orderId");
    }

    @Test
    void tokens_of_cookies_and_meta_elements_are_taken_from_there() throws Exception {
        Map<String, Object> page = new LinkedHashMap<>(response(
                200, "text/html", "<html><META content='meta-token-123' name=csrf-token><p title='>'></html>"));
        page.put("headers", Recordings.headers(Map.of("Set-Cookie", "XSRF-TOKEN=cookie-token-9; Path=/")));

        String script = new Recordings()
                .get(SHOP + "/", page)
                .add(
                        "DELETE",
                        SHOP + "/a",
                        Map.of("X-XSRF-TOKEN", "cookie-token-9", "Cookie", "XSRF-TOKEN=cookie-token-9"),
                        json("{\"t\":\"meta-token-123\"}"),
                        ok())
                .script(directory);

        assertThat(script).contains("xsrfToken = res.cookies['XSRF-TOKEN'][0].value;", "'X-Xsrf-Token': xsrfToken");
        assertThat(script).contains("csrfToken = res.html('meta[name=\"csrf-token\"]').attr('content');");
        assertThat(script).contains("http.del(`${BASE_URL}/a`, JSON.stringify({ t: csrfToken }), {");
        assertThat(script).doesNotContain("jar.set");
    }

    @Test
    void secrets_are_taken_from_the_environment_wherever_they_stand() throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Basic YWxpY2U6c2VjcmV0");
        headers.put("X-Auth-Token", "abc def");

        String script = new Recordings()
                .add("GET", "https://bob:s3cret@shop.example/a?api_key=k1&x=k1", headers, Map.of(), ok())
                .add(
                        "POST",
                        SHOP + "/b",
                        NONE,
                        json("{\"newPassword\":\"k2\",\"n\":\"k2\",\"active\":{\"token\":true}}"),
                        ok())
                .script(directory);

        assertThat(script)
                .contains("Authorization: `Basic ${__ENV.BASIC_CREDENTIALS}`", "'X-Auth-Token': __ENV.X_AUTH_TOKEN");
        assertThat(script).contains("?api_key=${__ENV.API_KEY}&x=k1`", "newPassword: __ENV.NEW_PASSWORD, n: 'k2'");
        assertThat(script).contains("token: true", "`https://bob:${__ENV.URL_PASSWORD}@shop.example`");
        assertThat(script).contains("//   NEW_PASSWORD       field newPassword of POST /b\n");
        assertThat(script).doesNotContain("s3cret", "YWxp");
    }

    @Test
    void texts_are_escaped_for_javascript() throws Exception {
        String script = new Recordings()
                .get(SHOP + "/a%60b/${c}?q='\\%22`${d}", ok())
                .add(
                        "POST",
                        SHOP + "/x",
                        Map.of("X-A", "it's \\ \u2028"),
                        Map.of("mimeType", "text/plain", "text", "a\r\n'\u0000"),
                        ok())
                .script(directory);

        assertThat(script).contains("`${BASE_URL}/a%60b/\\${c}?q='\\\\%22\\`\\${d}`", "'X-A': 'it\\'s \\\\ \\u2028'");
        assertThat(script).contains("'a\\r\\n\\'\\u0000'");
    }

    @Test
    void half_a_character_in_a_name_does_not_spoil_the_file() throws Exception {
        String half = "\\ud800";
        String text =
                "{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-11-24T09:30:00Z\",\"request\":{\"method\":\"POST\","
                        + "\"url\":\"http://a/\",\"postData\":{\"mimeType\":\"multipart/form-data\",\"params\":[{\"name\":\"password"
                        + half + "\",\"value\":\"hush\"}]}},\"response\":{\"status\":200}}]}}";

        String script = HarScript.write(Recordings.write(directory, text), HarOptions.DEFAULTS);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(script)).isTrue();
        assertThat(script)
                .contains("name=\"password\\ud800\"", "__ENV.PASSWORD")
                .doesNotContain("hush");
    }

    @Test
    void secrets_in_xml_and_in_broken_json_are_taken_from_the_environment() throws Exception {
        String xml = "<s:Login xmlns:s='urn:s'><s:user>al</s:user><s:Password a='b'>hush</s:Password></s:Login>";

        String script = new Recordings()
                .add("POST", SHOP + "/soap", NONE, Map.of("mimeType", "text/xml", "text", xml), ok())
                .add("POST", SHOP + "/b", NONE, json("{\"pin\": \"77\", \"secret\": \"quiet\", oops"), ok())
                .script(directory);

        assertThat(script).contains("<s:user>al</s:user><s:Password a='b'>${__ENV.PASSWORD}</s:Password>");
        assertThat(script).contains("`{\"pin\": \"${__ENV.PIN}\", \"secret\": \"${__ENV.SECRET}\", oops`");
    }

    @Test
    void json_that_javascript_would_change_is_sent_as_it_was() throws Exception {
        String script = new Recordings()
                .add("POST", SHOP + "/a", NONE, json("{\"n\":12345678901234567890}"), ok())
                .add("POST", SHOP + "/b", NONE, json("{\"__proto__\":{\"x\":1},\"a-b\":[1.5,null,\"\"]}"), ok())
                .add("POST", SHOP + "/c", NONE, json("no json"), ok())
                .script(directory);

        assertThat(script).contains("'{\"n\":12345678901234567890}'", "'no json'");
        assertThat(script).contains("JSON.stringify({ ['__proto__']: { x: 1 }, 'a-b': [1.5, null, ''] })");
    }

    @Test
    void a_multipart_form_without_a_file_is_written_out() throws Exception {
        Map<String, Object> body = Map.of(
                "mimeType",
                "multipart/form-data; boundary=b",
                "params",
                List.of(Map.of("name", "a", "value", "1"), Map.of("name", "password", "value", "hush")));

        String script =
                new Recordings().add("POST", SHOP + "/a", NONE, body, ok()).script(directory);

        assertThat(script)
                .contains(
                        "'Content-Disposition: form-data; name=\"password\"',", "__ENV.PASSWORD,", "].join('\\r\\n')");
        assertThat(script).contains("'Content-Type': 'multipart/form-data; boundary=----recorded-form-boundary'");
        assertThat(script).doesNotContain("hush");
    }

    @Test
    void unusual_methods_and_empty_bodies_are_kept() throws Exception {
        String script = new Recordings()
                .add("PROPFIND", SHOP + "/dav", Map.of("Depth", "1"), Map.of(), ok())
                .add("POST", SHOP + "/ping", Map.of("X-A", "1"), Map.of(), ok())
                .add("HEAD", SHOP, NONE, Map.of(), ok())
                .script(directory);

        assertThat(script).contains("http.request('PROPFIND', `${BASE_URL}/dav`, null, { headers: { Depth: '1' } })");
        assertThat(script).contains("http.post(`${BASE_URL}/ping`, null, { headers: { 'X-A': '1' } })");
        assertThat(script).contains("http.head(`${BASE_URL}/`)");
    }
}
