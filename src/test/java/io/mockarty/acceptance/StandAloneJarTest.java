package io.mockarty.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar that {@code java -jar} starts. Runs in the phase integration-test, when it has been built. */
class StandAloneJarTest {

    private static final Path JAR = Repository.path("mockarty-coordinator/target/mockarty.jar");

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @Test
    void knows_its_version() throws Exception {
        Process process = start("--version");
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).matches("mockarty [0-9]+\\.[0-9]+\\.[0-9]+.*");
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void serves_the_mock_it_tells_to_try() throws Exception {
        Process process = start(
                "serve",
                "--port",
                "0",
                "--mocks",
                Repository.path("examples/mocks").toString());
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.startsWith("Try: curl ")) {
                line = output.readLine();
            }
            assertThat(line).isNotNull();
            assertThat(Http.get(line.substring("Try: curl ".length())).statusCode())
                    .isEqualTo(200);
        } finally {
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void brings_the_drivers_of_databases(String kind, @TempDir Path directory) throws Exception {
        String file = directory.resolve("mocks").toString();
        Process process = start("migrate", "up", "--db-use", kind, "--db-dsn", file);
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("applied 001_initial");
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void runs_scripts_of_all_protocols(@TempDir Path directory) throws Exception {
        Path script = Files.writeString(directory.resolve("all.js"), """
                import kafka from 'mockarty/kafka';
                import rabbitmq from 'mockarty/rabbitmq';
                import redis from 'mockarty/redis';
                import sql from 'mockarty/sql';
                import smtp from 'mockarty/smtp';
                import grpc from 'k6/net/grpc';
                const attempts = {
                    kafka: () => kafka.producer({ brokers: ['localhost:1'], timeout: '1s' })
                        .produce({ topic: 'orders', messages: [{ value: 'x' }] }),
                    redis: () => redis.open('redis://localhost:1/0').get('key'),
                    sql: () => sql.open('postgres', 'postgres://user:pw@localhost:1/db').query('select 1'),
                    grpc: () => new grpc.Client().connect('localhost:1', { plaintext: true, timeout: '1s', reflect: true }),
                    rabbitmq: () => rabbitmq.connect('amqp://localhost:1/').publish({ routingKey: 'q', body: 'x' }),
                    smtp: () => smtp.connect('smtp://localhost:1').send({ from: 'a@b.example', to: 'c@d.example', text: 'x' }),
                };
                export default function () {
                    for (const [name, attempt] of Object.entries(attempts)) {
                        let outcome;
                        try {
                            outcome = JSON.stringify(attempt());
                        } catch (e) {
                            outcome = String(e);
                        }
                        console.log('tried ' + name + ': ' + outcome);
                    }
                }
                """);
        Process process = start("perf", "run", script.toString(), "--quiet");
        List<String> tried;
        try (BufferedReader output = process.inputReader()) {
            tried = output.lines().filter(line -> line.startsWith("tried ")).toList();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(tried).hasSize(6);
        assertThat(tried.get(0)).startsWith("tried kafka: Error: kafka.produce to orders at localhost:1: ");
        assertThat(tried.subList(1, 6))
                .allMatch(line -> line.toLowerCase(Locale.ROOT).contains("refused")
                        || line.toLowerCase(Locale.ROOT).contains("connect"));
    }

    @Test
    void knows_the_drivers_and_libraries_of_everything_it_may_be_told_to_use() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            ZipEntry drivers = jar.getEntry("META-INF/services/java.sql.Driver");
            assertThat(new String(jar.getInputStream(drivers).readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyInAnyOrder("org.postgresql.Driver", "org.h2.Driver", "org.sqlite.JDBC");
            assertThat(jar.getEntry("com/github/benmanes/caffeine/cache/Caffeine.class"))
                    .isNotNull();
            assertThat(jar.getEntry("redis/clients/jedis/Jedis.class")).isNotNull();
        }
    }

    @Test
    void holds_every_file_once_and_no_module_descriptor_or_signature() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).doesNotHaveDuplicates().contains("META-INF/MANIFEST.MF");
            assertThat(names)
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"));
        }
    }
}
