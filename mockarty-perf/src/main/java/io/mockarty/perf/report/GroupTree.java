package io.mockarty.perf.report;

import io.mockarty.perf.metric.Snapshot;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The groups of a run with their checks, as k6 has them. */
final class GroupTree {

    private static final String SEPARATOR = "::";

    private final String name;
    private final String path;
    private final Map<String, GroupTree> groups = new LinkedHashMap<>();
    private final List<Snapshot.CheckSummary> checks = new ArrayList<>();

    private GroupTree(String name, String path) {
        this.name = name;
        this.path = path;
    }

    static GroupTree of(Snapshot snapshot) {
        GroupTree root = new GroupTree("", "");
        snapshot.groups().forEach(group -> root.at(group.path()));
        snapshot.checks().forEach(check -> root.at(check.group()).checks.add(check));
        return root;
    }

    private GroupTree at(String wanted) {
        GroupTree group = this;
        for (String part : wanted.split(SEPARATOR, -1)) {
            if (!part.isEmpty()) {
                String pathOfPart = group.path + SEPARATOR + part;
                group = group.groups.computeIfAbsent(part, missing -> new GroupTree(missing, pathOfPart));
            }
        }
        return group;
    }

    /** Groups and checks as objects with their names. */
    Map<String, Object> byName() {
        Map<String, Object> inside = new LinkedHashMap<>();
        groups.values().forEach(group -> inside.put(group.name, group.byName()));
        Map<String, Object> allChecks = new LinkedHashMap<>();
        checks.forEach(check -> allChecks.put(check.name(), check(check)));
        return json(inside, allChecks);
    }

    /** Groups and checks as lists. */
    Map<String, Object> inLists() {
        List<Object> inside = list(List.copyOf(groups.values()), GroupTree::inLists);
        return json(inside, list(checks, this::check));
    }

    private static <T> List<Object> list(List<T> all, Function<T, Map<String, Object>> json) {
        return all.stream().<Object>map(json).toList();
    }

    private Map<String, Object> json(Object inside, Object allChecks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("path", path);
        json.put("id", id(path));
        json.put("groups", inside);
        json.put("checks", allChecks);
        return json;
    }

    private Map<String, Object> check(Snapshot.CheckSummary check) {
        String pathOfCheck = path + SEPARATOR + check.name();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("path", pathOfCheck);
        json.put("id", id(pathOfCheck));
        json.put("passes", check.passes());
        json.put("fails", check.fails());
        return json;
    }

    /** The MD5 of a path, which is how tools tell groups apart. */
    private static String id(String path) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(path.getBytes(StandardCharsets.UTF_8));
            return "%032x".formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has MD5", e);
        }
    }
}
