package io.mockarty.repository.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptParserTest {

    private static List<String> parse(String text) {
        return ScriptParser.statements("001_x.up.sql", text, SchemaDialect.H2);
    }

    @Test
    void a_statement_ends_with_a_semicolon_at_the_end_of_a_line() {
        assertThat(parse("SELECT ';' AS a;\nSELECT 2,\n  3;  \n")).containsExactly("SELECT ';' AS a", "SELECT 2,\n  3");
    }

    @Test
    void comments_and_empty_lines_are_left_out() {
        assertThat(parse("-- ${nothing};\n\nSELECT 1\n  -- of it;\n\n  FROM x;\n"))
                .containsExactly("SELECT 1\n  FROM x");
    }

    @Test
    void placeholders_become_what_the_database_calls_it() {
        String text = "${text} ${key} ${json} ${blob};";
        assertThat(ScriptParser.statements("x", text, SchemaDialect.POSTGRESQL))
                .containsExactly("TEXT TEXT COLLATE \"C\" JSONB BYTEA");
        assertThat(ScriptParser.statements("x", text, SchemaDialect.SQLITE)).containsExactly("TEXT TEXT TEXT BLOB");
        assertThat(parse(text))
                .containsExactly("CHARACTER LARGE OBJECT CHARACTER VARYING CHARACTER LARGE OBJECT BINARY LARGE OBJECT");
    }

    @Test
    void an_unknown_placeholder_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> parse("${txt};"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("H2: 001_x.up.sql: ${txt} (expected: one of blob, identity, json, key, text)");
    }

    @Test
    void a_line_may_be_meant_for_one_database_or_two() {
        String text = "SELECT 1\n--only:h2 FOR UPDATE\n--only:sqlite,h2 WAIT\n--only:postgresql SKIP\n;";
        assertThat(parse(text)).containsExactly("SELECT 1\nFOR UPDATE\nWAIT\n");
    }

    @Test
    void a_script_may_be_empty_for_a_database() {
        assertThat(parse("--only:postgresql CREATE EXTENSION x;")).isEmpty();
    }

    @Test
    void an_unknown_database_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> parse("--only:pg SELECT 1;"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("H2: 001_x.up.sql: --only:pg (expected: postgresql, sqlite, h2)");
    }

    @Test
    void semicolons_between_dollar_signs_end_nothing() {
        assertThat(parse("CREATE FUNCTION f() AS $$\nBEGIN\n  RETURN;\nEND;\n$$ LANGUAGE x;\nSELECT $$;$$;"))
                .containsExactly("CREATE FUNCTION f() AS $$\nBEGIN\n  RETURN;\nEND;\n$$ LANGUAGE x", "SELECT $$;$$");
    }

    @Test
    void a_statement_without_end_is_refused() {
        assertThatThrownBy(() -> parse("SELECT 1;\nSELECT 2"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("H2: 001_x.up.sql: \"SELECT 2\" (expected: ; at the end of the last line)");
    }
}
