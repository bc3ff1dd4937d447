package io.mockarty.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code in the documentation is code that was compiled and run: every snippet stands in a test under the same name. */
class SnippetDriftTest {

    private static final Pattern IN_MARKDOWN =
            Pattern.compile("<!-- snippet: (\\S+) -->\\s*```\\w*\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern IN_JAVA = Pattern.compile("// snippet: (\\S+)\\n(.*?)// end-snippet", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("^```java$", Pattern.MULTILINE);

    @Test
    void every_snippet_of_the_documentation_is_the_code_of_a_test() {
        Map<String, String> documented = snippets(IN_MARKDOWN, documents());
        assertThat(documented).isNotEmpty();
        assertThat(snippets(IN_JAVA, tests())).containsAllEntriesOf(documented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/migration.md", "docs/repositories.md"})
    void all_java_of_the_page_is_a_snippet(String page) {
        String text = read(Repository.path(page));
        assertThat(JAVA_BLOCK.matcher(text).results().count())
                .isPositive()
                .isEqualTo(IN_MARKDOWN.matcher(text).results().count());
    }

    private static Map<String, String> snippets(Pattern pattern, List<Path> files) {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(read(file));
            while (matcher.find()) {
                String code = matcher.group(2).strip().replaceAll("\\s+", "");
                assertThat(found.put(matcher.group(1), code))
                        .as("second snippet " + matcher.group(1) + " in " + file)
                        .isNull();
            }
        }
        return found;
    }

    private static List<Path> documents() {
        return Stream.concat(Stream.of(Repository.path("README.md")), files(Repository.path("docs"), ".md").stream())
                .toList();
    }

    /** Ours run in every build; those for other libraries only when their dependencies are there, see CONTRIBUTING. */
    private static List<Path> tests() {
        return Stream.of(
                        "src/test/java/io/mockarty/acceptance/readme",
                        "mockarty-junit5/src/jmh/java/io/mockarty/junit5/migration")
                .flatMap(directory -> files(Repository.path(directory), ".java").stream())
                .toList();
    }

    private static List<Path> files(Path directory, String suffix) {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
