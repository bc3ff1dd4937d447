package io.mockarty.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
