package io.mockarty.acceptance.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Our jars on a flat class path, as Gradle and editors start tests: one version of each library, no Maven, JUnit's
 * console launcher.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlatClassPathJarTest {

    private static final String HIGHEST_UNDERTOW = "Running with Undertow " + System.getProperty("undertow.version");
    private static final String CONSOLE = "org.junit.platform.console.ConsoleLauncher";

    private ClassPath libraries;

    @BeforeAll
    void choose_the_highest_versions() throws IOException {
        libraries = ClassPath.ofHighestVersions();
    }

    @Test
    void tests_pass_with_the_jars_in_alphabetical_order() throws Exception {
        Path project = compiled("crowded-class-path", "alphabetical");

        String output = launch(project, libraries.and(project), Duration.ofMinutes(1), "--select-package=com.example");

        assertThat(output)
                .contains("[         4 tests successful      ]", "[         0 tests failed          ]")
                .contains(HIGHEST_UNDERTOW);
    }

    @Test
    void tests_pass_with_the_jars_in_reverse_order() throws Exception {
        Path project = compiled("crowded-class-path", "reversed");

        String output = launch(
                project, libraries.and(project).reversed(), Duration.ofMinutes(1), "--select-package=com.example");

        assertThat(output)
                .contains("[         4 tests successful      ]", "[         0 tests failed          ]")
                .contains(HIGHEST_UNDERTOW);
    }

    @Test
    void one_test_runs_alone_as_an_editor_starts_it() throws Exception {
        Path project = compiled("plain-maven", "one-method");

        String output = launch(
                project,
                libraries.and(project),
                Duration.ofMinutes(1),
                "--select-method=com.example.GreetingTest#greets(io.mockarty.resolver.MockartyServer, java.net.URI)");

        assertThat(output).contains("[         1 tests found           ]", "[         1 tests successful      ]");
    }

    @Test
    void nothing_left_open_holds_up_the_end_of_the_launcher() throws Exception {
        Path project = compiled("left-open", "launcher");

        String output = launch(
                project, libraries.and(project), Duration.ofSeconds(20), "--select-class=com.example.LeftOpenTest");

        assertThat(output).contains("[         3 tests successful      ]", "[         0 tests failed          ]");
    }

    @Test
    void nothing_left_open_keeps_the_jvm_alive_when_main_returns() throws Exception {
        Path project = compiled("left-open", "returning");

        String output = java(project, libraries.and(project), Duration.ofSeconds(20), "com.example.RunAndReturn");

        assertThat(output).contains("[         3 tests successful      ]", "[         0 tests failed          ]");
    }

    private static String launch(Path directory, ClassPath classPath, Duration limit, String selector)
            throws IOException, InterruptedException {
        return java(
                directory,
                classPath,
                limit,
                CONSOLE,
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--fail-if-no-tests",
                selector);
    }

    /** Runs a JVM, expects it to end well in time, and returns the output. */
    private static String java(Path directory, ClassPath classPath, Duration limit, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Program.JAVA.toString(), "-XX:+UseSerialGC", "-cp", classPath.toString()));
        command.addAll(List.of(arguments));
        Program program = Program.run(directory, limit, command);
        assertThat(program.exitCode()).as(program.output()).isZero();
        return program.output();
    }

    /** Compiles the tests of an isolated project; returns the directory of the class files. */
    private Path compiled(String project, String run) throws IOException {
        Path classes = Workshop.directory("flat-class-path-" + run);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", classes.toString(), "-cp", libraries.toString(), "-proc:none", "--release", "17");
            boolean done = compiler.getTask(
                            output,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(Workshop.sources(project)))
                    .call();
            assertThat(done).as(output.toString()).isTrue();
        }
        return classes;
    }
}
