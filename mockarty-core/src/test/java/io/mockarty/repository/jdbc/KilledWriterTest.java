package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoredMock;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of many writes: what was acknowledged is there, and nothing is half there. */
class KilledWriterTest {

    private static final int ACKNOWLEDGED = 1_500;

    @TempDir
    private Path directory;

    @Test
    void sqlite_keeps_what_was_acknowledged_and_nothing_by_halves() throws Exception {
        String file = directory.resolve("mocks.db").toString();

        List<String> acknowledged = killInTheMiddle("sqlite", file);

        check(DatabaseAddress.of("sqlite", file), acknowledged);
    }

    @Test
    void postgresql_keeps_what_was_acknowledged_and_nothing_by_halves() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            List<String> acknowledged = killInTheMiddle("pg", postgres.dsn("postgres"));

            check(postgres.address("postgres"), acknowledged);
        }
    }

    private static List<String> killInTheMiddle(String use, String dsn) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        use,
                        dsn)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader output = writer.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == ACKNOWLEDGED) {
                    writer.toHandle().destroyForcibly(); // what it still managed to say is read on
                }
            }
        } finally {
            writer.destroyForcibly();
        }
        writer.waitFor();
        assertThat(acknowledged).as("the writer was killed in the middle").hasSizeBetween(ACKNOWLEDGED, 9_999);
        return acknowledged;
    }

    private static void check(DatabaseAddress address, List<String> acknowledged) {
        Database database = Database.open(address);
        try (Repository repository = JdbcRepository.open(database, JdbcOptions.defaults())) {
            List<StoredMock> mocks = new ArrayList<>();
            repository.mocks().readAll(WriterProcess.NAMESPACE, mocks::add);
            Set<String> ids = new HashSet<>();
            mocks.forEach(mock -> ids.add(mock.id()));

            assertThat(acknowledged)
                    .filteredOn(line -> line.startsWith("saved "))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(ids).contains("a-" + line.substring(6), "b-" + line.substring(6)));
            assertThat(ids)
                    .allSatisfy(id -> assertThat(ids).contains((id.startsWith("a") ? "b" : "a") + id.substring(1)));
            assertThat(mocks)
                    .allSatisfy(mock -> assertThat(mock.document().response())
                            .isEqualTo(WriterProcess.mock(mock.id()).response()));
            assertThat(repository
                            .mocks()
                            .list(WriterProcess.NAMESPACE, MockQuery.all().tagged(List.of("one")), 0, 1)
                            .total())
                    .isEqualTo(ids.size());

            long counted = acknowledged.stream()
                    .filter(line -> line.startsWith("counted "))
                    .count();
            Object counter = repository
                    .stores()
                    .content(WriterProcess.NAMESPACE, StoreId.global())
                    .get("n");
            assertThat((Long) counter).isBetween(counted, counted + 16);

            // Every write made one revision: pairs of mocks, counts, and nothing else.
            assertThat(repository.changes().revision(WriterProcess.NAMESPACE))
                    .isEqualTo(ids.size() / 2 + (Long) counter);
        }
    }
}
