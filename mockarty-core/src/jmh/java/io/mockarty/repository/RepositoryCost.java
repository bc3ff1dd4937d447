package io.mockarty.repository;

import io.mockarty.engine.MockEngine;
import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.Mock;
import io.mockarty.mock.MockDsl;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.namespace.WorldSettings;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import io.mockarty.storage.Repositories;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What mocks in a database cost: loading and indexing them, saving one, and the time until a save on one process is
 * served by another. Not a JMH benchmark, because it counts processes and disks in.
 */
public final class RepositoryCost {

    private static final String NAMESPACE = "sandbox";
    private static final int SAVES = 1_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private RepositoryCost() {}

    /**
     * Measures.
     *
     * @param arguments how many mocks to load; {@code follow DSN} is the other process
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("follow")) {
            follow(Repositories.database(DatabaseAddress.of("pg", arguments[1])));
            return;
        }
        int mocks = Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("repository-cost");
        measure("SQLite", Repositories.sqlite(directory.resolve("mocks.db")), mocks);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String dsn = "postgres://postgres:postgres@localhost:" + server.getPort() + "/postgres?sslmode=disable";
            Repositories postgres = Repositories.database(DatabaseAddress.of("pg", dsn));
            measure("PostgreSQL", postgres, mocks);
            measurePropagation(postgres, dsn);
        }
    }

    private static void measure(String name, Repositories recipe, int mocks) {
        try (Repository repository = recipe.cached().open(Clock.systemUTC())) {
            List<Mock> documents = new ArrayList<>();
            for (int i = 0; i < mocks; i++) {
                documents.add(mock("/bench/" + i, "bench-" + i));
            }
            long begin = System.nanoTime();
            repository.mocks().save(NAMESPACE, documents);
            line(name + ": save " + mocks + " mocks in one step", since(begin));
            for (int i = 0; i < 3; i++) {
                begin = System.nanoTime();
                try (Namespaces node = node(repository)) {
                    line(name + ": load and index " + node.open(NAMESPACE).size() + " mocks", since(begin));
                }
            }
            try (Namespaces node = node(repository)) {
                Namespace namespace = node.open(NAMESPACE);
                List<Duration> saves = new ArrayList<>();
                for (int i = 0; i < SAVES; i++) {
                    begin = System.nanoTime();
                    namespace.save(mock("/one/" + i, "one-" + i));
                    saves.add(since(begin));
                }
                distribution(name + ": save one mock", saves);
                System.gc();
                Runtime heap = Runtime.getRuntime();
                OUT.printf(
                        Locale.ROOT,
                        "%-60s %6d MB%n",
                        name + ": heap with the mocks indexed",
                        heap.totalMemory() - heap.freeMemory() >> 20);
            }
        }
    }

    private static Namespaces node(Repository repository) {
        return new Namespaces(new WorldSettings(
                Clock.systemUTC(), 7, new JournalBudget(1 << 20, 1 << 10), TemplateRoot.none(), repository, "node"));
    }

    private static Mock mock(String route, String id) {
        return MockDsl.get(route)
                .id(id)
                .withHeader("X-Tier", "gold")
                .respond(MockDsl.ok()
                        .json(Map.of(
                                "id", id, "name", "$.fake.FirstName", "items", List.of(1, 2, 3), "note", "as usual")))
                .build();
    }

    /** Saves one mock after the other; the other process says when it first answered each. */
    private static void measurePropagation(Repositories recipe, String dsn) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RepositoryCost.class.getName(),
                        "follow",
                        dsn)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answers = other.inputReader();
                Repository repository = recipe.open(Clock.systemUTC());
                Namespaces node = node(repository)) {
            answers.readLine(); // it is ready
            Namespace namespace = node.open(NAMESPACE);
            List<Duration> delays = new ArrayList<>();
            for (int i = 0; i < SAVES; i++) {
                namespace.save(mock("/moved/" + i, "moved-" + i));
                Instant saved = Instant.now();
                Instant served = Instant.parse(answers.readLine());
                delays.add(Duration.between(saved, served));
            }
            distribution("PostgreSQL: served by another process after", delays);
        } finally {
            other.destroy();
            other.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void follow(Repositories recipe) throws IOException {
        try (Repository repository = recipe.open(Clock.systemUTC());
                Namespaces node = node(repository)) {
            MockEngine engine = new MockEngine(node);
            Namespace namespace = node.open(NAMESPACE);
            OUT.println("ready");
            for (int i = 0; i < SAVES; i++) {
                MockRequest request = MockRequest.of("GET", "/moved/" + i, Headers.of("X-Tier", "gold"));
                while (engine.handle(namespace, request).reply().status() != 200) {
                    LockSupport.parkNanos(100_000);
                }
                OUT.println(Instant.now().truncatedTo(ChronoUnit.MICROS));
            }
            System.in.read(); // until the other one has read all
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void line(String what, Duration duration) {
        OUT.printf(Locale.ROOT, "%-60s %8.1f ms%n", what, duration.toNanos() / 1e6);
    }

    private static void distribution(String what, List<Duration> all) {
        Collections.sort(all);
        OUT.printf(
                Locale.ROOT,
                "%-60s %8.1f ms median, %.1f p99, %.1f max%n",
                what,
                all.get(all.size() / 2).toNanos() / 1e6,
                all.get(all.size() * 99 / 100).toNanos() / 1e6,
                all.get(all.size() - 1).toNanos() / 1e6);
    }
}
