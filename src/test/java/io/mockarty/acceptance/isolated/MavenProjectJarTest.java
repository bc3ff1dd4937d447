package io.mockarty.acceptance.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Maven projects that know nothing of this build, and get our jars from a repository. They run with the Maven, the
 * settings and the local repository of the build that runs this test, but leave nothing of ours in the latter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MavenProjectJarTest {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** Generous, because a first build may have to fetch half the world. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Path repository;

    @BeforeAll
    void publish() throws IOException {
        repository = Workshop.repository();
    }

    @Test
    void a_plain_project_needs_one_dependency_and_keeps_its_own_junit() throws Exception {
        assertThat(test("plain-maven")).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void a_project_without_assertj_verifies_on_the_server() throws Exception {
        assertThat(test("without-assertj")).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void an_application_keeps_its_jackson_undertow_jetty_and_slf4j() throws Exception {
        assertThat(test("crowded-class-path"))
                .contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0")
                .contains("INFO com.example.CrowdTest - logged by what the application brought")
                .contains("Running with Undertow 2.3.27.Final");
    }

    /** Runs {@code mvn test}, expects it to succeed, and returns the output. */
    private String test(String name) throws IOException, InterruptedException {
        Path project = Workshop.project(name);
        // Or Maven would look for the settings of this build in the directories above.
        Files.createDirectory(project.resolve(".mvn"));
        Program maven = Program.run(project, LIMIT, command());
        assertThat(maven.exitCode()).as(maven.output()).isZero();
        if (!running("version").startsWith("3.8.")) {
            assertThat(fetched())
                    .as("what this build does not fetch for the isolated projects; see src/test/libraries/pom.xml")
                    .isEmpty();
        }
        return maven.output();
    }

    /**
     * What would not be there without a network. Maven 3.8, which knows one repository at a time, fetches everything.
     */
    private List<Path> fetched() throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.startsWith(repository.resolve("io/mockarty")))
                    .toList();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(running("home"), "bin", WINDOWS ? "mvn.cmd" : "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "--no-snapshot-updates",
                "-Dmockarty.version=" + Workshop.version(),
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + running("repository")));
        if (running("offline").equals("true")) {
            command.add("--offline");
        }
        addIfExists(command, "--settings", Path.of(running("settings")));
        addIfExists(command, "--global-settings", Path.of(running("global-settings")));
        command.add("test");
        return command;
    }

    private static void addIfExists(List<String> command, String option, Path file) {
        if (Files.exists(file)) {
            command.addAll(List.of(option, file.toString()));
        }
    }

    /** What the build says about the Maven that is running. */
    private static String running(String what) {
        String property = "maven.running." + what;
        String value = System.getProperty(property);
        assertThat(value)
                .as("system property %s, which the build sets (expected: run by Maven)", property)
                .startsWith(what + "=");
        return value.substring(what.length() + 1);
    }
}
