package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.database.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresDatabaseTest {

    private static Postgres postgres;

    @BeforeAll
    static void start_postgresql() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop_postgresql() {
        postgres.close();
    }

    @Test
    void works_with_connections_of_somebody_else_and_does_not_show_their_password() {
        PGSimpleDataSource theirs = new PGSimpleDataSource();
        theirs.setUrl("jdbc:postgresql://localhost:" + postgres.port()
                + "/postgres?user=postgres&password=s3cret&sslmode=disable");

        Database database = Database.of(theirs);
        assertThat(database.kind()).isEqualTo(DatabaseKind.POSTGRESQL);
        assertThat(database).hasToString("PostgreSQL at localhost:" + postgres.port() + "/postgres");
        try (JdbcRepository repository = JdbcRepository.open(database, JdbcOptions.defaults())) {
            Mocks.save(repository, "a");
            assertThat(repository.mocks().find(Mocks.SHOP, "a")).isPresent();
        }
    }

    @Test
    void says_why_it_cannot_connect_without_the_password() {
        DatabaseAddress address =
                DatabaseAddress.of("pg", "postgres://nobody:s3cret@localhost:" + postgres.port() + "/postgres");

        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("no connection: ")
                .hasMessageContaining("nobody")
                .satisfies(PostgresDatabaseTest::assertNoPassword);
    }

    @Test
    void says_that_the_server_has_no_tls_when_it_is_required() {
        DatabaseAddress address = DatabaseAddress.of(
                "pg", "postgres://postgres:s3cret@localhost:" + postgres.port() + "/postgres?sslmode=require");

        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("SSL")
                .satisfies(PostgresDatabaseTest::assertNoPassword);
    }

    @Test
    void keeps_documents_that_can_be_queried_as_json() throws SQLException {
        try (Database database = Database.open(postgres.newSchema());
                JdbcRepository repository = JdbcRepository.open(database, JdbcOptions.defaults())) {
            repository
                    .mocks()
                    .save(
                            Mocks.SHOP,
                            List.of(Mocks.mock("plain", "x"), Mocks.mock("odd", "\0"), Mocks.mock("half", "\ud800")));

            assertThat(ask(database, "SELECT id FROM mocks WHERE document @> '{\"response\": {\"payload\": \"x\"}}'"))
                    .isEqualTo("plain");
            assertThat(ask(database, "SELECT document #>> '{response,payload}' FROM mocks WHERE id = 'odd'"))
                    .isEqualTo("\ufffd");
            assertThat(ask(database, "SELECT id FROM mocks WHERE document IS NULL"))
                    .isEqualTo("half");
        }
    }

    @Test
    void reads_the_time_of_the_server_whatever_that_of_this_machine_is() throws SQLException {
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(-5));
        try (JdbcRepository repository = JdbcRepository.open(
                Database.open(postgres.newSchema()), JdbcOptions.defaults().withClock(wrong))) {
            assertThat(repository.requestLogs().clock().instant())
                    .isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
        }
    }

    private static void assertNoPassword(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("s3cret");
        }
    }

    private static String ask(Database database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
