package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the options about connections, requests and chance. Modules read them from {@link Options#json}; what is wrong
 * with them is told with all the rest, before anything runs.
 */
final class ConnectionOptions {

    private static final List<String> FLAGS = List.of(
            "insecureSkipTLSVerify",
            "noConnectionReuse",
            "noVUConnectionReuse",
            "noCookiesReset",
            "discardResponseBodies",
            "throw");
    private static final List<String> COUNTS = List.of("batch", "batchPerHost", "maxRedirects");
    private static final List<String> LISTS = List.of("blockHostnames", "blacklistIPs", "tlsCipherSuites");
    private static final Set<String> VERSIONS = Set.of("tls1.0", "tls1.1", "tls1.2", "tls1.3");
    private static final String ONE_VERSION = "tls1.0, tls1.1, tls1.2 or tls1.3";

    private final Fields fields;
    private final Problems problems;

    ConnectionOptions(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    void check() {
        FLAGS.forEach(fields::flag);
        COUNTS.forEach(name -> fields.count(name, 0, 0));
        LISTS.forEach(this::strings);
        fields.string("userAgent", null);
        fields.whole("seed");
        hosts();
        tlsVersion();
        tlsAuth();
    }

    private void strings(String name) {
        List<Object> list = fields.list(name);
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String)) {
                problems.add(fields.path(name) + "[" + i + "]", list.get(i), "a string");
            }
        }
    }

    private void hosts() {
        fields.object("hosts").forEach((host, address) -> {
            if (!(address instanceof String)) {
                problems.add("hosts." + host, address, "an address such as \"10.0.0.1\" or \"10.0.0.1:8080\"");
            }
        });
    }

    private void tlsVersion() {
        Object value = fields.value("tlsVersion");
        if (value instanceof Map<?, ?> range) {
            range.forEach((end, version) -> {
                if (!end.equals("min") && !end.equals("max") || !VERSIONS.contains(version)) {
                    problems.add("tlsVersion." + end, version, "min or max, which are " + ONE_VERSION);
                }
            });
        } else if (value != null && !VERSIONS.contains(value)) {
            problems.add("tlsVersion", value, ONE_VERSION + ", or an object with min and max");
        }
    }

    private void tlsAuth() {
        List<Object> list = fields.list("tlsAuth");
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map<?, ?> map)
                    || !(map.get("cert") instanceof String)
                    || !(map.get("key") instanceof String)) {
                problems.add("tlsAuth[" + i + "]", "...", "an object with cert and key, both in PEM");
            }
        }
    }
}
