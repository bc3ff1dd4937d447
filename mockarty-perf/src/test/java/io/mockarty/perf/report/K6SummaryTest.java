package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class K6SummaryTest {

    private final ShopRun run = new ShopRun();
    private final K6Summary summary = new K6Summary(run.snapshot(), run.results(), ShopRun.OPTIONS.report());

    @Test
    void the_exported_summary_has_groups_and_checks_by_name_and_true_for_crossed_thresholds() {
        Map<String, Object> json = summary.exported();
        assertThat(Json.write(json.get("root_group")))
                .isEqualTo("{\"name\":\"\",\"path\":\"\",\"id\":\"d41d8cd98f00b204e9800998ecf8427e\",\"groups\":{"
                        + "\"login\":{\"name\":\"login\",\"path\":\"::login\","
                        + "\"id\":\"" + md5("::login") + "\",\"groups\":{"
                        + "\"form\":{\"name\":\"form\",\"path\":\"::login::form\",\"id\":\"" + md5("::login::form")
                        + "\",\"groups\":{},\"checks\":{\"has token\":{\"name\":\"has token\","
                        + "\"path\":\"::login::form::has token\",\"id\":\"" + md5("::login::form::has token")
                        + "\",\"passes\":2,\"fails\":1}}}},\"checks\":{\"status is 200\":{\"name\":\"status is 200\","
                        + "\"path\":\"::login::status is 200\",\"id\":\"" + md5("::login::status is 200")
                        + "\",\"passes\":1,\"fails\":0}}}},\"checks\":{\"status is 200\":{\"name\":\"status is 200\","
                        + "\"path\":\"::status is 200\",\"id\":\"" + md5("::status is 200")
                        + "\",\"passes\":1,\"fails\":0}}}");
        Map<?, ?> metrics = (Map<?, ?>) json.get("metrics");
        assertThat(Json.write(metrics.get("http_req_duration")))
                .isEqualTo("{\"avg\":424.96025,\"min\":12.5,\"med\":218.668,\"max\":1250.005,\"p(90)\":980.0035,"
                        + "\"p(95)\":1115.00425,\"thresholds\":{\"p(95) < 500\":true}}");
        assertThat(Json.write(metrics.get("http_req_failed")))
                .isEqualTo("{\"value\":0.25,\"passes\":1,\"fails\":3,\"thresholds\":{\"rate<0.5\":false}}");
        assertThat(Json.write(metrics.get("http_reqs")))
                .isEqualTo("{\"count\":4,\"rate\":0.4,\"thresholds\":{\"count>3\":false}}");
        assertThat(Json.write(metrics.get("vus"))).isEqualTo("{\"value\":1,\"min\":1,\"max\":2}");
    }

    private static String md5(String text) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("MD5")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_data_of_handle_summary_has_types_values_and_ok_for_achieved_thresholds() {
        Map<String, Object> json = summary.handleSummaryData(true, false, Map.of("token", "abc"));
        assertThat(Json.write(json.get("options")))
                .isEqualTo("{\"summaryTrendStats\":[\"avg\",\"min\",\"med\",\"max\",\"p(90)\",\"p(95)\"],"
                        + "\"summaryTimeUnit\":\"\",\"noColor\":false}");
        assertThat(Json.write(json.get("state")))
                .isEqualTo("{\"isStdOutTTY\":true,\"isStdErrTTY\":false,\"testRunDurationMs\":10000}");
        assertThat(json).containsEntry("setup_data", Map.of("token", "abc"));
        Map<?, ?> metrics = (Map<?, ?>) json.get("metrics");
        assertThat(Json.write(metrics.get("http_req_failed")))
                .isEqualTo("{\"type\":\"rate\",\"contains\":\"default\",\"values\":{\"rate\":0.25,\"passes\":1,"
                        + "\"fails\":3},\"thresholds\":{\"rate<0.5\":{\"ok\":true}}}");
        assertThat(Json.write(metrics.get("data_sent")))
                .isEqualTo("{\"type\":\"counter\",\"contains\":\"data\",\"values\":{\"count\":480,\"rate\":48}}");
        Map<?, ?> root = (Map<?, ?>) json.get("root_group");
        assertThat(Json.write(root.get("checks")))
                .startsWith("[{\"name\":\"status is 200\",\"path\":\"::status is 200\",");
        assertThat(root.get("groups"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }
}
