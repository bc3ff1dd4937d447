package io.mockarty.perf.module.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    @Test
    void placeholders_become_question_marks_in_the_order_of_use() {
        Statement statement = Statement.parse("SELECT $2, $1, $10 FROM t WHERE a = $1 AND b = ANY($2)");
        assertThat(statement.jdbc()).isEqualTo("SELECT ?, ?, ? FROM t WHERE a = ? AND b = ANY(?)");
        assertThat(statement.order()).containsExactly(2, 1, 10, 1, 2);
        assertThat(statement.parameters()).isEqualTo(10);
    }

    @Test
    void strings_names_and_comments_stay_as_they_are() {
        for (String text : new String[] {
            "SELECT '$1 ? ''$2'''",
            "SELECT E'\\'$1'",
            "SELECT \"a$1?\" FROM x",
            "SELECT 1 -- $1 ?",
            "SELECT /* $1 /* ? */ $2 */ 1",
            "SELECT $$ $1 ? $$, $tag$ $2 $$ $tag$",
            "SELECT a$1 FROM x",
            "SELECT 'open $1"
        }) {
            Statement statement = Statement.parse(text);
            assertThat(statement.jdbc()).isEqualTo(text);
            assertThat(statement.parameters()).as(text).isZero();
        }
    }

    @Test
    void question_marks_are_operators() {
        assertThat(Statement.parse("SELECT a ? 'b', c ?| $1").jdbc()).isEqualTo("SELECT a ?? 'b', c ??| ?");
    }

    @Test
    void backslashes_end_nothing_in_plain_strings() {
        assertThat(Statement.parse("SELECT '\\', $1").jdbc()).isEqualTo("SELECT '\\', ?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id, name FROM users WHERE active = $1 LIMIT $2 | SQL SELECT users",
                "select count(*) from shop.orders o join users u on true | SQL SELECT shop.orders",
                "SELECT * FROM (SELECT 1 FROM \"Odd\") x | SQL SELECT Odd",
                "UPDATE users SET last_login = NOW() WHERE id = $1 | SQL UPDATE users",
                "INSERT INTO ONLY orders VALUES ($1) | SQL INSERT orders",
                "DELETE FROM orders | SQL DELETE orders",
                "CREATE TABLE IF NOT EXISTS users (id int) | SQL CREATE users",
                "WITH x AS (SELECT 1 FROM a) INSERT INTO b SELECT 1 | SQL INSERT b",
            })
    void the_route_tells_what_is_done_to_which_table(String sql, String route) {
        assertThat(Statement.parse(sql).route()).isEqualTo(route);
    }

    @Test
    void the_route_names_no_table_where_there_is_none() {
        assertThat(Statement.parse("-- from nowhere\n SELECT 'from x'").route()).isEqualTo("SQL SELECT");
        assertThat(Statement.parse("").route()).isEqualTo("SQL");
    }
}
