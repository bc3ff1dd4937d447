package io.mockarty.repository.jdbc;

import io.mockarty.mock.Mock;
import io.mockarty.mock.MockDsl;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A process that writes as fast as it can, and says what was acknowledged; made to be killed. Each write saves two
 * mocks or counts one up in a store.
 */
final class WriterProcess {

    static final String NAMESPACE = "written";
    private static final int THREADS = 16;
    private static final int WRITES = 10_000;

    private WriterProcess() {}

    /** The arguments are {@code DB_USE} and {@code DB_DSN}. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Database database = Database.open(DatabaseAddress.of(arguments[0], arguments[1]));
        try (Repository repository = JdbcRepository.open(database, JdbcOptions.defaults())) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            for (int i = 0; i < WRITES; i++) {
                int number = i;
                threads.execute(() -> out.println(number % 5 == 0 ? count(repository) : save(repository, number)));
            }
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.MINUTES);
        }
    }

    private static String save(Repository repository, int number) {
        repository.mocks().save(NAMESPACE, List.of(mock("a-" + number), mock("b-" + number)));
        return "saved " + number;
    }

    static Mock mock(String id) {
        return MockDsl.get("/" + id)
                .id(id)
                .tags("one", "two")
                .respond(MockDsl.ok().text("x".repeat(2_000)))
                .build();
    }

    private static String count(Repository repository) {
        Object before = repository.stores().update(NAMESPACE, StoreId.global(), store -> {
            Object value = store.get("n");
            store.put("n", value == null ? 1L : (Long) value + 1);
            return value == null ? 0L : value;
        });
        return "counted " + before;
    }
}
