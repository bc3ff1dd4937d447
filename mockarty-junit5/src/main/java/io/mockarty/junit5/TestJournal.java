package io.mockarty.junit5;

import io.mockarty.journal.JournalEntry;
import io.mockarty.resolver.MockartyServer;
import java.util.List;

/** What the mocked API of a failed test was asked, as a note in the failure. Nobody throws it. */
final class TestJournal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private TestJournal(String message) {
        super(message, null, false, false);
    }

    static TestJournal of(World world) {
        MockartyServer mocks = world.mocks();
        List<JournalEntry> entries = mocks.journal().all();
        StringBuilder text = new StringBuilder("namespace " + mocks.namespace() + " was asked");
        text.append(entries.isEmpty() ? " nothing" : ":");
        if (entries.size() > SHOWN) {
            text.append("\n  (").append(entries.size() - SHOWN).append(" earlier requests are left out)");
        }
        for (JournalEntry entry : entries.subList(Math.max(0, entries.size() - SHOWN), entries.size())) {
            text.append("\n  #").append(entry.sequence()).append(' ').append(entry.request());
            text.append(" -> ").append(entry.reply().status());
            text.append(entry.isMatched() ? " from " + entry.mockId() : ", no mock matched");
        }
        return new TestJournal(text + "\nreplay it with " + world.replay());
    }
}
