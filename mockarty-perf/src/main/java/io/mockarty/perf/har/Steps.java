package io.mockarty.perf.har;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the kept entries into the order of the script: page by page, by time, redirects as one request. */
final class Steps {

    private static final int MOST_REDIRECTS = 10;
    private static final int REDIRECT_WITHIN = 20;
    private static final int LONGEST_NAME = 80;
    private static final double MILLIS = 1_000;

    /** What takes longer than this is a stream or a long poll: the user did not wait for it. */
    private static final double LONGEST_REQUEST = 20_000;

    private final HarRecording recording;
    private final HarOptions options;

    private Steps(HarRecording recording, HarOptions options) {
        this.recording = recording;
        this.options = options;
    }

    static List<Step> of(HarRecording recording, EntryFilter filter, HarOptions options) {
        List<HarEntry> kept = recording.entries().stream().filter(filter::keeps).toList();
        return new Steps(recording, options).steps(kept);
    }

    private List<Step> steps(List<HarEntry> kept) {
        Map<String, List<HarEntry>> byPage = byPage(kept);
        Map<String, String> groups = groups(byPage.keySet());
        List<HarEntry> ordered = new ArrayList<>();
        byPage.values().forEach(ordered::addAll);
        Pauses pauses = new Pauses();
        Set<HarEntry> followed = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            HarEntry entry = ordered.get(i);
            if (followed.contains(entry)) {
                continue;
            }
            List<HarEntry> chain = chain(ordered, i, followed);
            double pause = steps.isEmpty() ? 0 : pauses.before(entry);
            String group = groups.getOrDefault(page(entry), "");
            steps.add(new Step(steps.size(), group, entry, chain, pause));
        }
        return steps;
    }

    private static String page(HarEntry entry) {
        return entry.page() == null ? "" : entry.page();
    }

    private static Map<String, List<HarEntry>> byPage(List<HarEntry> kept) {
        List<HarEntry> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingDouble(HarEntry::start).thenComparingInt(HarEntry::index));
        Map<String, List<HarEntry>> byPage = new LinkedHashMap<>();
        sorted.forEach(entry -> byPage.computeIfAbsent(page(entry), missing -> new ArrayList<>())
                .add(entry));
        return byPage;
    }

    /** A name for each page; k6 joins names with two colons, so that none may have them. */
    private Map<String, String> groups(Set<String> pages) {
        Map<String, String> groups = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String page : pages) {
            if (page.isEmpty()) {
                continue;
            }
            String title = recording.pages().getOrDefault(page, "");
            HarUrl url = HarUrl.parse(title);
            String name = url != null ? url.path() : title.isBlank() ? page : title;
            name = name.replaceAll("\\s+", " ").replaceAll(":{2,}", ":").strip();
            name = name.length() > LONGEST_NAME
                    ? name.substring(0, LONGEST_NAME).strip()
                    : name;
            String unique = name;
            for (int i = 2; !taken.add(unique); i++) {
                unique = name + " (" + i + ")";
            }
            groups.put(page, unique);
        }
        return groups;
    }

    /** k6 follows redirects by itself, so that the entries of a chain are one request of the script. */
    private static List<HarEntry> chain(List<HarEntry> ordered, int from, Set<HarEntry> followed) {
        List<HarEntry> chain = new ArrayList<>(List.of(ordered.get(from)));
        HarEntry last = ordered.get(from);
        while (last.response().isRedirect() && chain.size() <= MOST_REDIRECTS) {
            HarEntry next = target(ordered, from, last, followed);
            if (next == null) {
                break;
            }
            followed.add(next);
            chain.add(next);
            last = next;
        }
        return List.copyOf(chain);
    }

    private static @Nullable HarEntry target(List<HarEntry> ordered, int from, HarEntry last, Set<HarEntry> followed) {
        HarUrl location = last.request().url().resolve(last.response().location());
        int end = Math.min(ordered.size(), from + REDIRECT_WITHIN);
        for (int i = from + 1; i < end && location != null; i++) {
            HarEntry next = ordered.get(i);
            if (!followed.contains(next) && next.request().url().isSamePlace(location)) {
                return next;
            }
        }
        return null;
    }

    /** When nothing was going on. All requests count for that, also those that the script does not repeat. */
    private final class Pauses {

        private final List<HarEntry> byStart = new ArrayList<>(recording.entries());
        private int next;
        private double busyUntil = Double.NEGATIVE_INFINITY;
        private double reached = Double.NEGATIVE_INFINITY;

        Pauses() {
            byStart.sort(Comparator.comparingDouble(HarEntry::start).thenComparingInt(HarEntry::index));
        }

        double before(HarEntry entry) {
            while (next < byStart.size() && byStart.get(next).start() < entry.start()) {
                HarEntry earlier = byStart.get(next++);
                boolean stream = earlier.millis() > LONGEST_REQUEST || EntryFilter.isWebSocket(earlier);
                busyUntil = Math.max(busyUntil, stream ? earlier.start() : earlier.end());
            }
            boolean isLate = entry.start() <= reached;
            reached = Math.max(reached, entry.start());
            double millis = entry.start() - busyUntil;
            if (isLate || millis < options.shortestPause().toMillis()) {
                return 0;
            }
            return Math.rint(Math.min(millis, (double) options.longestPause().toMillis()) / MILLIS * 10) / 10;
        }
    }
}
