package io.mockarty.engine;

import io.mockarty.journal.JournalEntry;
import io.mockarty.journal.UndefinedRequest;
import io.mockarty.journal.Verification;
import io.mockarty.match.RequestPattern;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Tells people what happened in a namespace. */
final class NamespaceReport {

    private static final int SHOWN_ENTRIES = 50;
    private static final int SHOWN_UNMATCHED = 10;
    private static final int SHOWN_MATCHING = 3;
    private static final int SHOWN_BODY = 500;
    private static final String INDENT = "    ";

    private final Namespace namespace;
    private final NoMatchAnalysis analysis;

    NamespaceReport(Namespace namespace, NoMatchAnalysis analysis) {
        this.namespace = namespace;
        this.analysis = analysis;
    }

    String unmatched() {
        List<UndefinedRequest> rows = namespace.undefinedRequests().all();
        StringBuilder text = new StringBuilder();
        for (UndefinedRequest row : rows.subList(0, Math.min(SHOWN_UNMATCHED, rows.size()))) {
            text.append(text.isEmpty() ? "" : "\n").append(row.sample());
            text.append(row.count() == 1 ? "" : " (" + row.count() + " times, the latest is shown)");
            text.append('\n').append(explained(row.sample(), row.isTruncated()));
        }
        if (rows.size() > SHOWN_UNMATCHED) {
            text.append("\nand ").append(rows.size() - SHOWN_UNMATCHED).append(" more\n");
        }
        return text.toString();
    }

    private String explained(MockRequest request, boolean isTruncated) {
        String note = isTruncated ? "hint: its body was cut, so what is said about the body may be wrong\n" : "";
        return (note + ErrorReply.explanation(analysis.analyse(namespace, request))).indent(2);
    }

    String unused(Collection<String> except) {
        StringBuilder text = new StringBuilder();
        for (LiveMock stub : namespace.unusedStubs()) {
            if (!except.contains(stub.id())) {
                RequestPattern pattern = stub.pattern();
                text.append(text.isEmpty() ? "" : "\n");
                text.append(pattern == null ? stub.document().protocol() : pattern);
                text.append("  (").append(stub.id()).append(")\n");
                text.append(pattern == null ? "" : whyUnused(pattern).indent(2));
            }
        }
        return text.toString();
    }

    /** A request that a stub matches may have gone to a better mock, or have come before the stub was there. */
    private String whyUnused(RequestPattern pattern) {
        Verification verification = namespace.journal().verify(pattern);
        List<JournalEntry> matching = verification.received();
        StringBuilder text =
                new StringBuilder(matching.isEmpty() ? "" : "Requests that it matches, but did not answer:\n");
        for (JournalEntry entry : matching.subList(0, Math.min(SHOWN_MATCHING, matching.size()))) {
            text.append("  ").append(line(entry)).append('\n');
        }
        int more = matching.size() - SHOWN_MATCHING;
        return text.append(more > 0 ? "  and " + more + " more\n" : "")
                .append(verification.nearest())
                .toString();
    }

    private static String line(JournalEntry entry) {
        String from = entry.isMatched() ? " from " + entry.mockId() : "";
        return entry.request() + " -> " + entry.reply().status() + from;
    }

    String journal() {
        List<JournalEntry> entries = namespace.journal().all();
        int left = Math.max(0, entries.size() - SHOWN_ENTRIES);
        long earlier = left + namespace.journal().evicted();
        StringBuilder text = new StringBuilder(earlier == 0 ? "" : earlier + " earlier requests are left out\n");
        for (JournalEntry entry : entries.subList(left, entries.size())) {
            append(entry, text);
        }
        return text.isEmpty() ? "nothing was received\n" : text.toString();
    }

    private void append(JournalEntry entry, StringBuilder text) {
        text.append('#').append(entry.sequence()).append(' ').append(entry.receivedAt());
        text.append(' ').append(line(entry)).append('\n');
        text.append(shown("> ", entry.request().body().bytes()));
        boolean explainable = !entry.isMatched() && entry.reply().status() == 404;
        text.append(
                explainable
                        ? explained(entry.request(), entry.isTruncated()).indent(2)
                        : shown("< ", entry.reply().body()));
    }

    private static String shown(String prefix, byte[] body) {
        if (body.length == 0) {
            return "";
        }
        int end = Math.min(body.length, SHOWN_BODY);
        while (end < body.length && end > 0 && (body[end] & 0xC0) == 0x80) {
            end--; // the rest of a character
        }
        String text = new String(body, 0, end, StandardCharsets.UTF_8);
        String cut = body.length > SHOWN_BODY ? "... (" + body.length + " bytes)" : "";
        String lines = (text + cut).strip().replace("\n", "\n" + INDENT + "  ");
        return INDENT + prefix + lines + "\n";
    }
}
