package io.mockarty.junit5;

import io.mockarty.journal.JournalEntry;
import io.mockarty.journal.UndefinedRequest;
import io.mockarty.resolver.MockartyServer;
import java.util.List;

/** What the mocked API of a failed test was asked, as a note in the failure. Nobody throws it. */
final class TestJournal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;
    private static final int SHOWN_STRAY = 3;

    /** Deeper than what a stack trace puts before a suppressed exception. */
    private static final String INDENT = "\n\t\t";

    private TestJournal(String message) {
        super(message, null, false, false);
    }

    /**
     * Takes the note.
     *
     * @param mocks the server, seen from the namespace of the test
     * @param replay what to write into the test class to get the same answers again
     */
    static TestJournal of(MockartyServer mocks, String replay) {
        List<JournalEntry> entries = mocks.journal().all();
        StringBuilder text = new StringBuilder("namespace " + mocks.namespace() + " was asked");
        if (entries.isEmpty()) {
            return new TestJournal(text.append(" nothing").append(stray(mocks)) + "\n");
        }
        text.append(':');
        if (entries.size() > SHOWN) {
            text.append(INDENT).append('(').append(entries.size() - SHOWN).append(" earlier requests are left out)");
        }
        for (JournalEntry entry : entries.subList(Math.max(0, entries.size() - SHOWN), entries.size())) {
            text.append(INDENT).append('#').append(entry.sequence()).append(' ').append(entry.request());
            text.append(" -> ").append(entry.reply().status());
            text.append(entry.isMatched() ? " from " + entry.mockId() : ", no mock matched");
        }
        return new TestJournal(text.append(INDENT).append("replay it with ").append(replay) + "\n");
    }

    /** Requests that went past all namespaces, as those of a client do that was not told the whole address. */
    private static String stray(MockartyServer mocks) {
        StringBuilder text = new StringBuilder();
        for (UndefinedRequest request :
                mocks.strayRequests().stream().limit(SHOWN_STRAY).toList()) {
            text.append(text.isEmpty() ? ", but outside of all namespaces the server was asked:" : "");
            text.append(INDENT).append(request.sample());
        }
        return text.isEmpty()
                ? ""
                : text.append(INDENT)
                        .append("clients find this one at ")
                        .append(mocks.baseUrl())
                        .toString();
    }
}
