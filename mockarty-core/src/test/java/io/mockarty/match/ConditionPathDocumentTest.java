package io.mockarty.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.expression.ExpressionDocument;
import io.mockarty.json.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the condition paths of {@code docs/expressions.md} true. */
class ConditionPathDocumentTest {

    static List<ExpressionDocument.Row> paths() {
        return ExpressionDocument.read().rows("Path", "Value");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void a_path_reads_the_value_it_says(ExpressionDocument.Row row) {
        assertThat(Json.write(BodyReader.of(row.input()).read(row.request()))).isEqualTo(row.result());
    }
}
