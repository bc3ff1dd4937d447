package io.mockarty.perf.har;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constants for the servers of a recording. The first one is the base URL. */
final class Origins {

    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Map<String, String> declarations = new LinkedHashMap<>();

    Origins(List<Step> steps, Secrets secrets) {
        Names names = new Names();
        for (Step step : steps) {
            HarUrl url = step.entry().request().url();
            if (!constants.containsKey(key(url))) {
                String name = names.unique(constants.isEmpty() ? "BASE_URL" : wanted(url), "_");
                constants.put(key(url), name);
                declarations.put(name, declaration(name, url, secrets));
            }
        }
    }

    private static String key(HarUrl url) {
        return url.scheme() + "://" + url.user() + "@" + url.host();
    }

    private static String wanted(HarUrl url) {
        String host = url.hostName().replaceFirst("^www\\.", "");
        boolean address = host.matches("[0-9.]+|\\[.*");
        return address ? "HOST_URL" : Names.constant(host.split("\\.", 2)[0]) + "_URL";
    }

    /** The environment may name another server, so that one script serves all stages. */
    private static String declaration(String name, HarUrl url, Secrets secrets) {
        String recorded = JsText.quoted(url.origin());
        if (!url.user().isEmpty()) {
            String user = url.user().split(":", 2)[0];
            String password = secrets.find(HarUrl.decode(url.user().replaceFirst(".*?:", ""), false));
            recorded = "`" + url.scheme() + "://" + JsText.inTemplate(user)
                    + (password == null ? "" : ":${__ENV." + password + "}") + "@" + url.host() + "`";
        }
        return "const " + name + " = __ENV." + name + " || " + recorded + ";";
    }

    String constant(HarUrl url) {
        return constants.getOrDefault(key(url), "BASE_URL");
    }

    Iterable<String> declarations() {
        return declarations.values();
    }
}
