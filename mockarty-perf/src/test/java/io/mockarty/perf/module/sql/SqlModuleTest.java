package io.mockarty.perf.module.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.perf.LoadTest;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.module.CutOff;
import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlModuleTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    DROP TABLE IF EXISTS users, orders;
                    CREATE TABLE users (id int PRIMARY KEY, name text, email text, active boolean, last_login timestamptz);
                    INSERT INTO users VALUES (1, 'Alice', 'alice@example.com', true), (2, 'Bob', NULL, false);
                    CREATE TABLE orders (user_id int, status text, amount numeric(10, 2));
                    INSERT INTO orders VALUES (1, 'pending', 99.99), (1, 'done', 5);
                    """);
        }
    }

    private static String url() {
        return "postgres://postgres:s3cret@127.0.0.1:" + postgres.getPort() + "/postgres?sslmode=disable";
    }

    private static ScriptRun run(String body) {
        return ScriptRun.of("""
                        import sql from 'mockarty/sql';
                        const db = sql.open('postgres', __ENV.URL);
                        const show = (result) => console.log(JSON.stringify(result));
                        const attempt = (body) => { try { show(body()); } catch (e) { console.log(e.message); } };
                        export default function () {
                        """ + body + "}").env("URL", url());
    }

    @Test
    void runs_the_statements_of_the_manual() {
        try (ScriptRun run = ScriptRun.of("""
                var sql = require('mockarty/sql');
                var db = sql.open('postgres', __ENV.URL);
                module.exports.default = function () {
                    var users = db.query('SELECT id, name, email FROM users WHERE active = $1 LIMIT $2', [true, 100]);
                    check(users, {
                        'found users': function (u) { return u.length > 0; },
                        'first user has name': function (u) { return u[0].name !== ''; },
                    });
                    var result = db.exec('UPDATE users SET last_login = NOW() WHERE id = $1', [users[0].id]);
                    var userId = 1;
                    var orders = db.query('SELECT * FROM orders WHERE user_id = $1 AND status = $2', userId, 'pending');
                    console.log(JSON.stringify([users, result, orders]));
                    db.close();
                };
                """).env("URL", url())) {
            assertThat(run.printed())
                    .containsExactly("[[{\"id\":1,\"name\":\"Alice\",\"email\":\"alice@example.com\"}],"
                            + "{\"rowsAffected\":1},"
                            + "[{\"user_id\":1,\"status\":\"pending\",\"amount\":99.99}]]");
            assertThat(run.values("checks")).containsExactly(1.0, 1.0);
            assertThat(run.sum("sql_queries")).isEqualTo(3);
            assertThat(run.values("sql_query_duration")).hasSize(3).allMatch(value -> value > 0);
            assertThat(run.values("sql_query_failed")).containsExactly(0.0, 0.0, 0.0);
            assertThat(run.routes().stream().map(ScriptRun.Routed::route))
                    .containsExactly("SQL SELECT users", "SQL UPDATE users", "SQL SELECT orders");
        }
    }

    @Test
    void rows_have_values_of_sensible_types() {
        try (ScriptRun run = run("""
                show(db.query(`SELECT 1::int2 a, 9007199254740993 b, 1.5::float4 c, 12.50::numeric d,
                    123456789012345678901234567890::numeric e, true f, NULL g, 'x'::char(2) h`)[0]);
                show(db.query(`SELECT '{"k": [1, null]}'::jsonb a, 'null'::json b, '[]'::json c,
                    'b8a0cbf5-9d6a-4d5c-8bd9-6a4fd8d2b1b1'::uuid d, '1 day'::interval e, '10.0.0.1'::inet f`)[0]);
                show(db.query(`SELECT '2024-02-03 04:05:00+02'::timestamptz a, '2024-02-03 04:05'::timestamp b,
                    '2024-02-03'::date c, '04:05:06'::time d, 'infinity'::timestamptz e`)[0]);
                show(db.query(`SELECT ARRAY[1, 2] a, ARRAY['x', NULL] b, ARRAY[[true], [false]] c, ARRAY['{"a":1}'::jsonb] d,
                    ARRAY['2024-02-03 04:05:00+02'::timestamptz] e, '{}'::int[] f`)[0]);
                const bytes = db.query(`SELECT '\\\\x0102ff'::bytea a`)[0].a;
                console.log(bytes instanceof ArrayBuffer, new Uint8Array(bytes).join(), db.query(`SELECT 'NaN'::numeric n`)[0].n);
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "{\"a\":1,\"b\":\"9007199254740993\",\"c\":1.5,\"d\":12.5,"
                                    + "\"e\":\"123456789012345678901234567890\",\"f\":true,\"g\":null,\"h\":\"x \"}",
                            "{\"a\":{\"k\":[1,null]},\"b\":null,\"c\":[],"
                                    + "\"d\":\"b8a0cbf5-9d6a-4d5c-8bd9-6a4fd8d2b1b1\",\"e\":\"1 day\",\"f\":\"10.0.0.1\"}",
                            "{\"a\":\"2024-02-03T02:05:00Z\",\"b\":\"2024-02-03T04:05:00\",\"c\":\"2024-02-03\","
                                    + "\"d\":\"04:05:06\",\"e\":\"infinity\"}",
                            "{\"a\":[1,2],\"b\":[\"x\",null],\"c\":[[true],[false]],\"d\":[{\"a\":1}],"
                                    + "\"e\":[\"2024-02-03T02:05:00Z\"],\"f\":[]}",
                            "true 1,2,255 NaN");
        }
    }

    @Test
    void parameters_get_the_type_that_the_statement_needs() {
        try (ScriptRun run = run("""
                show(db.query(`SELECT $1::int + 1 a, $2::text b, $3::jsonb->'k' c, $4::uuid d, $5::boolean e, $6::int f,
                        $7::timestamptz g`,
                    41, 5, { k: 'v' }, 'b8a0cbf5-9d6a-4d5c-8bd9-6a4fd8d2b1b1', false, null, new Date(0)));
                show(db.query('SELECT id FROM users WHERE id = ANY($1) AND name = ANY($2)', [[1, 2], ['Alice', 'a"b\\\\,']]));
                show(db.query('SELECT $1::bytea = $2::bytea same', new Uint8Array([1, 2]), '\\\\x0102'));
                show(db.query('SELECT $1::text a, $1::text b, undefined IS NULL c FROM (SELECT $2::text undefined) x', 'x', undefined));
                show(db.queryOne('SELECT 1.5::float8 * $1 n', 2.5));
                show(db.queryOne('SELECT 1 WHERE false'));
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "[{\"a\":42,\"b\":\"5\",\"c\":\"v\",\"d\":\"b8a0cbf5-9d6a-4d5c-8bd9-6a4fd8d2b1b1\","
                                    + "\"e\":false,\"f\":null,\"g\":\"1970-01-01T00:00:00Z\"}]",
                            "[{\"id\":1}]",
                            "[{\"same\":true}]",
                            "[{\"a\":\"x\",\"b\":\"x\",\"c\":true}]",
                            "{\"n\":3.75}",
                            "null");
        }
    }

    @Test
    void errors_of_the_database_are_thrown_and_count_as_failed() {
        try (ScriptRun run = run("""
                attempt(() => db.query('SELECT * FROM nowhere'));
                attempt(() => db.exec('INSERT INTO users VALUES (1)'));
                attempt(() => db.query('SELECT 1', 2));
                attempt(() => db.query('SELECT $2::int', 2));
                attempt(() => db.exec('BEGIN'));
                db.query('nonsense');
                """)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            List<String> lines = run.lines();
            assertThat(lines.get(0))
                    .startsWith("sql.query: ERROR: relation \"nowhere\" does not exist")
                    .endsWith("(SQLSTATE 42P01)");
            assertThat(lines.get(1))
                    .startsWith("sql.exec: ERROR: duplicate key")
                    .endsWith("(SQLSTATE 23505)");
            assertThat(lines.get(2))
                    .isEqualTo("sql.query: 1 parameters (expected: 0, because the statement has no placeholders"
                            + " such as $1)");
            assertThat(lines.get(3))
                    .isEqualTo("sql.query: 1 parameters (expected: 2, because the highest placeholder is $2)");
            assertThat(lines.get(4)).startsWith("sql.exec: a transaction that this statement does not end");
            assertThat(run.values("sql_query_failed")).containsExactly(1.0, 1.0, 1.0);
            assertThat(run.errors().keySet()).singleElement().asString().contains("syntax error");
        }
    }

    @Test
    void a_transaction_is_kept_or_undone_as_a_whole() {
        try (ScriptRun run = run("""
                db.transaction((tx) => { tx.exec('DELETE FROM orders'); tx.exec('DELETE FROM users WHERE id = 2'); });
                attempt(() => db.transaction((tx) => { tx.exec('DELETE FROM users'); throw new Error('no'); }));
                show(db.query('SELECT id FROM users'));
                show(db.exec('BEGIN; DELETE FROM users; ROLLBACK'));
                show(db.query('SELECT count(*) n FROM users'));
                """)) {
            assertThat(run.printed()).containsExactly("no", "[{\"id\":1}]", "{\"rowsAffected\":0}", "[{\"n\":1}]");
        }
    }

    @Test
    void addresses_may_be_pairs() {
        String pairs = "host=127.0.0.1 port=" + postgres.getPort() + " user='postgres' dbname=postgres sslmode=disable"
                + " search_path=pg_catalog statement_timeout=5000 application_name='my \\'test'";
        try (ScriptRun run = run("""
                show(db.query(`SELECT current_schema a, current_setting('application_name') b,
                    current_setting('statement_timeout') c`)[0]);
                """).env("URL", pairs)) {
            assertThat(run.printed()).containsExactly("{\"a\":\"pg_catalog\",\"b\":\"my 'test\",\"c\":\"5s\"}");
        }
    }

    @Test
    void an_unreachable_database_is_an_error_within_the_timeout() throws Exception {
        int port = SilentServer.closedPort();
        try (ScriptRun run = ScriptRun.of("""
                import { open } from 'mockarty/sql';
                const db = open('postgres', __ENV.URL, { timeout: '300ms' });
                export default () => db.query('SELECT 1');
                """).env("URL", "postgres://u:s3cret@127.0.0.1:" + port + "/db")) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors().keySet())
                    .singleElement()
                    .asString()
                    .contains("no connection to 127.0.0.1:" + port, "refused")
                    .doesNotContain("s3cret");
            assertThat(run.values("sql_query_failed")).containsExactly(1.0);
        }
    }

    @Test
    void a_user_who_waits_for_an_answer_is_cut_off() throws Exception {
        try (SilentServer silent = new SilentServer();
                ScriptRun run = ScriptRun.of("""
                        import { open } from 'mockarty/sql';
                        const db = open('postgres', __ENV.URL, { timeout: '2s' });
                        export default () => { console.log('asks'); db.query('SELECT 1'); };
                        """)
                        .env("URL", "postgres://u:p@127.0.0.1:" + silent.port() + "/x?sslmode=disable")) {
            CutOff.when(silent::isTalkedTo, run);
        }
    }

    @Test
    void a_user_whose_query_runs_is_cut_off() throws Exception {
        try (ScriptRun run = run("console.log('asks'); db.query('SELECT pg_sleep(600)');")) {
            CutOff.when(SqlModuleTest::isSleeping, run);
        }
    }

    private static boolean isSleeping() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'")) {
            return result.next();
        }
    }

    @Test
    void bad_addresses_are_told_without_the_password() {
        assertThatThrownBy(() ->
                        run("").env("URL", "postgres://u:s3cret@host:port/db").load())
                .hasMessageContaining("sql.open: a malformed URL")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> run("").env("URL", "postgres://host/db?socketFactory=evil")
                        .load())
                .hasMessageContaining("sql.open: setting socketFactory (expected: sslmode, connect_timeout");
        assertThatThrownBy(() ->
                        run("").env("URL", "postgres://host/db?sslmode=maybe").load())
                .hasMessageContaining("sslmode \"maybe\" (expected: disable, allow");
        assertThatThrownBy(
                        () -> run("").env("URL", "host=x password=s3cret port").load())
                .hasMessageContaining("sql.open: a malformed address")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> ScriptRun.of(
                                "require('mockarty/sql').open('mysql', 'x'); module.exports.default = function () {};")
                        .load())
                .hasMessageContaining("sql.open: driver \"mysql\" (expected: postgres)");
    }

    @Test
    void many_users_share_connections() throws Exception {
        Snapshot numbers = LoadTest.inline("""
                import sql from 'mockarty/sql';
                const db = sql.open('postgres', __ENV.URL + '&application_name=shared', { maxConnections: 3 });
                export default function () {
                    const { n } = db.queryOne("SELECT count(*) n FROM pg_stat_activity WHERE application_name = 'shared'");
                    if (n > 3) { throw new Error(n + ' connections'); }
                    db.transaction((tx) => tx.exec('UPDATE orders SET amount = amount + 1 WHERE user_id = 1'));
                }
                """)
                .env("URL", url())
                .vus(10)
                .iterations(100)
                .run()
                .snapshot();
        assertThat(numbers.find("sql_queries").orElseThrow().summary().count()).isEqualTo(200);
        assertThat(numbers.find("sql_query_failed").orElseThrow().value("rate")).isZero();
        try (ScriptRun run = run("show(db.query('SELECT amount FROM orders ORDER BY 1'));")) {
            assertThat(run.printed()).containsExactly("[{\"amount\":105},{\"amount\":199.99}]");
        }
    }
}
