package io.mockarty.journal;

import io.mockarty.match.Mismatch;
import io.mockarty.match.Nearest;
import io.mockarty.match.RequestPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts of failed verifications: what was demanded, what was received, and the requests that came nearest. */
final class VerificationReport {

    private static final int NEAREST = 3;
    private static final int SHOWN = 10;

    private VerificationReport() {}

    static String wrongCount(Evidence evidence, RequestPattern pattern, Times times, long count) {
        StringBuilder text = new StringBuilder();
        text.append("Expected ").append(pattern).append(' ').append(times);
        text.append(", but it was received ")
                .append(count == 1 ? "once" : count + " times")
                .append('.');
        if (count > times.max()) {
            text.append("\nReceived:").append(shown(evidence.verify(pattern).received()));
        } else {
            text.append('\n').append(nearest(evidence, pattern));
        }
        return text.append(evictionNote(evidence)).toString();
    }

    static String noProof(RequestPattern pattern, Times times, long evicted, long unknown) {
        String claim = "Cannot prove that " + pattern + " was received " + times + ": ";
        return evicted > 0
                ? claim + evicted
                        + " older requests were evicted from the journal. Raise the journal's limit, or verify"
                        + " earlier."
                : claim + cutBodies(unknown) + ". Raise the journal's limit for bodies (journalBodyBytes).";
    }

    static String cutNote(long unknown) {
        return unknown == 0
                ? ""
                : "\nThis may be wrong: " + cutBodies(unknown) + "; raise its limit for bodies (journalBodyBytes).";
    }

    private static String cutBodies(long count) {
        return count == 1
                ? "the body of a request was cut in the journal"
                : "the bodies of " + count + " requests were cut in the journal";
    }

    static String brokenOrder(Evidence evidence, List<RequestPattern> patterns, int missing) {
        StringBuilder text = new StringBuilder("Expected requests in this order:");
        for (int i = 0; i < patterns.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(patterns.get(i));
            text.append(i < missing ? " - received" : i == missing ? " - not received here" : "");
        }
        text.append("\nReceived:").append(shown(evidence.all()));
        return text.append(evictionNote(evidence)).toString();
    }

    static String nearest(Evidence evidence, RequestPattern pattern) {
        Nearest<String> nearest = new Nearest<>(NEAREST);
        Set<String> known = new HashSet<>();
        for (JournalEntry entry : evidence.all()) {
            List<Mismatch> mismatches = pattern.mismatches(entry.request());
            String text = differing(entry, mismatches);
            if (!mismatches.isEmpty() && known.add(text)) {
                nearest.add(text, distance(mismatches));
            }
        }
        return nearest.all().isEmpty()
                ? "No other request was received."
                : "Nearest requests:" + String.join("", nearest.all());
    }

    private static String differing(JournalEntry entry, List<Mismatch> mismatches) {
        return "\n  " + entry.request()
                + mismatches.stream().map(mismatch -> "\n    " + mismatch).collect(Collectors.joining());
    }

    /** A different path is further away than a different value. */
    private static int distance(List<Mismatch> mismatches) {
        return mismatches.stream()
                .mapToInt(mismatch -> mismatch.field().equals("path") ? NEAREST : 1)
                .sum();
    }

    private static String shown(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return " nothing";
        }
        String rows = entries.stream()
                .limit(SHOWN)
                .map(entry -> "\n  #" + entry.sequence() + " " + entry.request() + " -> "
                        + entry.reply().status())
                .collect(Collectors.joining());
        return entries.size() <= SHOWN ? rows : rows + "\n  and " + (entries.size() - SHOWN) + " more";
    }

    private static String evictionNote(Evidence evidence) {
        long evicted = evidence.evicted();
        return evicted == 0 ? "" : "\n(" + evicted + " older requests were evicted from the journal.)";
    }
}
