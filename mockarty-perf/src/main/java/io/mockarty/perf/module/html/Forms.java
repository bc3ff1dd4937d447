package io.mockarty.perf.module.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What forms send, by the rules of HTML for which controls count. */
final class Forms {

    private static final String CONTROLS = "input, select, textarea, keygen";
    private static final Set<String> NEVER = Set.of("submit", "button", "image", "reset", "file");
    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    private Forms() {}

    /** A string, a list of strings for a choice of several, or null for what has no value. */
    static @Nullable Object value(Element element) {
        return switch (element.normalName()) {
            case "textarea" -> text(element);
            case "option" -> optionValue(element);
            case "select" -> {
                List<String> chosen = chosen(element);
                yield element.hasAttr("multiple") ? chosen : chosen.isEmpty() ? null : chosen.get(0);
            }
            case "input" -> inputValue(element);
            default -> element.hasAttr("value") ? element.attr("value") : null;
        };
    }

    private static String inputValue(Element input) {
        boolean unsaid = TICKED.contains(type(input)) && !input.hasAttr("value");
        return unsaid ? "on" : input.attr("value");
    }

    private static String optionValue(Element option) {
        return option.hasAttr("value") ? option.attr("value") : text(option);
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        Texts.append(element, text);
        return text.toString();
    }

    private static String type(Element input) {
        return input.attr("type").toLowerCase(Locale.ROOT);
    }

    /** The chosen options; the first of a choice of one when none is said to be. */
    private static List<String> chosen(Element select) {
        List<String> values = new ArrayList<>();
        for (Element option : select.select("option[selected]")) {
            values.add(optionValue(option));
        }
        if (!select.hasAttr("multiple")) {
            Element first = select.selectFirst("option");
            if (values.isEmpty() && first != null) {
                values.add(optionValue(first));
            }
            return values.isEmpty() ? values : values.subList(values.size() - 1, values.size());
        }
        return values;
    }

    /** Names and values of the controls in forms, or of the controls themselves; a choice of several is one list. */
    static List<Map<String, Object>> fields(List<Element> elements) {
        Set<Element> controls = new LinkedHashSet<>();
        for (Element element : elements) {
            controls.addAll(element.select(CONTROLS));
        }
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Element control : controls) {
            Object value = isSent(control) ? value(control) : null;
            if (value != null) {
                Map<String, Object> field = new LinkedHashMap<>();
                field.put("name", control.attr("name"));
                field.put("value", value);
                fields.add(field);
            }
        }
        return fields;
    }

    private static boolean isSent(Element control) {
        boolean input = control.normalName().equals("input");
        return !control.attr("name").isEmpty()
                && !control.hasAttr("disabled")
                && !(input && NEVER.contains(type(control)))
                && !(input && TICKED.contains(type(control)) && !control.hasAttr("checked"));
    }
}
