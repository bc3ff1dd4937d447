package io.mockarty.perf.har;

import io.mockarty.perf.har.HarEntry.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cookies a script must put into its jar by itself: those that the browser had before the recording, and those
 * that a page's own code made. The others come from responses, as in a browser.
 */
final class CookiePlan {

    private final Map<Integer, List<Field>> byStep = new HashMap<>();

    CookiePlan(List<Step> steps, Map<String, Variable> variables) {
        Set<String> fromServer = new HashSet<>();
        Map<String, String> own = new HashMap<>();
        for (Step step : steps) {
            String host = step.entry().request().url().hostName();
            for (Field cookie : step.entry().request().cookies()) {
                String before = own.get(host + " " + cookie.name());
                boolean changed = before != null && !before.equals(cookie.value());
                Variable variable = variables.get(cookie.value());
                boolean known = variable != null && variable.step() < step.order();
                if (!fromServer.contains(cookie.name())
                        && !Cookies.isTracking(cookie.name())
                        && (before == null || changed && known)) {
                    own.put(host + " " + cookie.name(), cookie.value());
                    byStep.computeIfAbsent(step.order(), missing -> new ArrayList<>())
                            .add(cookie);
                }
            }
            step.chain().forEach(entry -> entry.response().cookies().forEach(cookie -> fromServer.add(cookie.name())));
        }
    }

    /** The cookies to set before a step. */
    List<Field> before(Step step) {
        return byStep.getOrDefault(step.order(), List.of());
    }

    boolean isEmpty() {
        return byStep.isEmpty();
    }
}
