package io.mockarty.perf.module.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.ExampleScript;
import io.mockarty.perf.LoadTestResult;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlExampleTest {

    @Test
    void the_example_runs() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE users (id int PRIMARY KEY, name text, email text, active boolean, last_login timestamptz);
                    INSERT INTO users VALUES (1, 'Alice', 'alice@example.com', true), (2, 'Bob', NULL, false);
                    CREATE TABLE orders (user_id int, status text);
                    """);

            LoadTestResult result = ExampleScript.run(
                    "sql",
                    Map.of(
                            "postgres://user:pass@localhost:5432/testdb",
                            "postgres://postgres:s3cret@127.0.0.1:" + postgres.getPort() + "/postgres"),
                    4);

            assertThat(result.snapshot().checks())
                    .extracting(check -> check.passes())
                    .containsExactly(4L, 4L);
            try (var logins = statement.executeQuery("SELECT count(*) FROM users WHERE last_login IS NOT NULL")) {
                assertThat(logins.next()).isTrue();
                assertThat(logins.getInt(1)).isEqualTo(1);
            }
        }
    }
}
