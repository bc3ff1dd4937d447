package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/faker.md} true. */
class FakeDocumentTest {

    /** One line of a table in the document. */
    record Row(String name, String arguments, String example) {

        static Row parse(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Row(unquoted(cells.get(1)), cells.get(3), unquoted(cells.get(4)));
        }

        private static String unquoted(String cell) {
            return cell.replace("`", "");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void the_tables_list_every_name_once() throws IOException {
        assertThat(rows()).extracting(Row::name).containsExactlyInAnyOrderElementsOf(FakeNames.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_arguments_are_the_ones_the_name_takes(Row row) {
        FakeFunction function = FakeNames.find(row.name()).orElseThrow();

        String expected = function.checkArguments(Collections.nCopies(9, 1L));

        assertThat(row.arguments()).isEqualTo("no arguments".equals(expected) ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_example_is_what_seed_42_gives_on_the_morning_of_2026_03_22(Row row) {
        FakeSource source = FakeSource.seeded(42, FakeTranscript.MORNING);

        assertThat(row.example()).isEqualTo(FakeTranscript.json(FakeTranscript.call(row.name(), source)));
    }

    static List<Row> rows() throws IOException {
        Path document = Path.of("docs", "faker.md");
        Path found = Files.exists(document) ? document : Path.of("..").resolve(document);
        return Files.readAllLines(found).stream()
                .filter(line -> line.startsWith("| `"))
                .map(Row::parse)
                .toList();
    }
}
