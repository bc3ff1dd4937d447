package io.mockarty.repository.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    private static final Path HOME = Path.of("/home/ann");

    @Test
    void reads_all_parts_of_a_postgresql_dsn() {
        DatabaseAddress address = DatabaseAddress.of(
                "pg",
                "postgres://ann:s3cret@db.example:6543/mocks?sslmode=verify-full&connect_timeout=7&application_name=x");

        assertThat(address.kind()).isEqualTo(DatabaseKind.POSTGRESQL);
        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:6543/mocks");
        assertThat(address.properties())
                .containsEntry("user", "ann")
                .containsEntry("password", "s3cret")
                .containsEntry("sslmode", "verify-full")
                .containsEntry("connectTimeout", "7")
                .containsEntry("ApplicationName", "x");
        assertThat(address).hasToString("PostgreSQL at db.example:6543/mocks");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:p@host/db, jdbc:postgresql://host:5432/db",
        "postgresql://u:p@host/db, jdbc:postgresql://host:5432/db",
        "POSTGRES://u:p@host/db, jdbc:postgresql://host:5432/db",
        "postgres://u:p@[::1]:15432/db, jdbc:postgresql://[::1]:15432/db",
        "postgres://u:p@[fe80::1%25eth0]/db, jdbc:postgresql://[fe80::1%25eth0]:5432/db",
        "postgres://u:p@/db, jdbc:postgresql://localhost:5432/db",
        "postgres://u:p@host, jdbc:postgresql://host:5432/u",
        "postgres://u:p@host/, jdbc:postgresql://host:5432/u",
        "postgres://u:p@host/my%20db, jdbc:postgresql://host:5432/my%20db",
        "jdbc:postgresql://host:1/db, jdbc:postgresql://host:1/db",
        "jdbc:postgresql:db, jdbc:postgresql://localhost:5432/db"
    })
    void takes_postgresql_in_every_form(String dsn, String url) {
        assertThat(DatabaseAddress.of("pg", dsn).url()).isEqualTo(url);
    }

    @Test
    void takes_several_hosts() {
        assertThat(DatabaseAddress.of("pg", "postgres://u:p@a:1,b/db").url())
                .isEqualTo("jdbc:postgresql://a:1,b:5432/db");
    }

    @Test
    void decodes_user_and_password() {
        assertThat(DatabaseAddress.of("pg", "postgres://a%40b:p%3A%2F%3F%23%25+%C3%BC@host/db")
                        .properties())
                .containsEntry("user", "a@b")
                .containsEntry("password", "p:/?#%+ü");
    }

    @Test
    void takes_user_and_password_out_of_a_jdbc_url() {
        DatabaseAddress address =
                DatabaseAddress.of("pg", "jdbc:postgresql://host/db?user=ann&password=s3cret&prepareThreshold=0");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://host:5432/db");
        assertThat(address.properties())
                .containsEntry("user", "ann")
                .containsEntry("password", "s3cret")
                .containsEntry("prepareThreshold", "0");
        assertThat(address).hasToString("PostgreSQL at host:5432/db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:s3cret@host:port/db",
                "postgres://ann:s3cret@ho st/db",
                "postgres://ann:12/s3cret@host/db",
                "postgres://ann:s3cret/x@host/db",
                "postgres://ann:x?s3cret@host/db",
                "postgres://ann:x?s3cret=1@host/db",
                "postgres://ann:s3cret%zz@host/db",
                "postgres://ann:s3cret@host/db?sslmode",
                "postgres://ann:s3cret@host/db?unknown=1",
                "postgres://ann:s3cret@host/db?password=s3cret&unknown=1",
                "host=db user=ann password=s3cret",
                "ann:s3cret@host/db",
                "postgres:ann:s3cret@host",
                "mysql://ann:s3cret@host/db"
            })
    void never_shows_a_password_of_a_malformed_dsn(String dsn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.of("pg", dsn))
                .withMessageStartingWith("DB_DSN: ")
                .withMessageContaining("expected: ")
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void names_the_parameter_it_does_not_know() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.of("pg", "postgres://u:p@host/db?ssl_mode=disable"))
                .withMessageContaining("parameter ssl_mode (expected: one of application_name, connect_timeout,");
    }

    @Test
    void wants_a_dsn_for_postgresql() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.of("pg", null))
                .withMessageStartingWith("DB_DSN: missing (expected: postgres://user:password@host:5432/database");
    }

    @Test
    void refuses_mysql_with_the_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.of("mysql", "mysql://u:p@host/db"))
                .withMessageContaining("mysql (expected: pg, sqlite or h2;")
                .withMessageContaining("no migrations");
    }

    @Test
    void refuses_a_use_it_does_not_know() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.of("oracle", ""))
                .withMessage("DB_USE: oracle (expected: pg, sqlite or h2)");
    }

    @Test
    void refuses_a_dsn_of_another_database() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.of("sqlite", "postgres://ann:s3cret@host/db"))
                .withMessage("DB_USE: sqlite with a DB_DSN for pg (expected: DB_USE=pg, or another DB_DSN)");
    }

    @Test
    void keeps_sqlite_in_the_home_when_nothing_is_said() {
        DatabaseAddress address = DatabaseAddress.of("sqlite", "", HOME);

        assertThat(address.url()).isEqualTo("jdbc:sqlite:/home/ann/.mockarty/data.db");
        assertThat(address).hasToString("SQLite /home/ann/.mockarty/data.db");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/x.db, jdbc:sqlite:/data/x.db",
        "/data/../x.db, jdbc:sqlite:/x.db",
        "~/x.db, jdbc:sqlite:/home/ann/x.db",
        "jdbc:sqlite:/data/x.db, jdbc:sqlite:/data/x.db",
        "jdbc:sqlite:/data/x.db?cache_size=1, jdbc:sqlite:/data/x.db?cache_size=1"
    })
    void takes_sqlite_as_path_or_url(String dsn, String url) {
        assertThat(DatabaseAddress.of("SQLite", dsn, HOME).url()).isEqualTo(url);
    }

    @Test
    void refuses_sqlite_in_memory() {
        for (String dsn : List.of(":memory:", "jdbc:sqlite::memory:", "jdbc:sqlite:", "file:x.db")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DatabaseAddress.of("sqlite", dsn))
                    .withMessageStartingWith("DB_DSN: no path of a file (expected: ");
        }
    }

    @Test
    void takes_h2_as_path_or_url_or_in_memory() {
        assertThat(DatabaseAddress.of("h2", "/data/x", HOME).url()).startsWith("jdbc:h2:async:/data/x;");
        assertThat(DatabaseAddress.of("h2", "/data/x", HOME)).hasToString("H2 /data/x");
        assertThat(DatabaseAddress.of("h2", null)).hasToString("H2 in memory");
        DatabaseAddress url = DatabaseAddress.of("h2", "jdbc:h2:mem:x;USER=ann;PASSWORD=s3cret;MODE=REGULAR");
        assertThat(url.url()).isEqualTo("jdbc:h2:mem:x;MODE=REGULAR");
        assertThat(url.properties()).containsEntry("user", "ann").containsEntry("password", "s3cret");
        assertThat(url).hasToString("H2 mem:x");
    }

    @Test
    void takes_names_of_postgresql_in_any_case() {
        for (String use : List.of("pg", "PG", "postgres", "postgresql", " pg ")) {
            assertThatNoException().isThrownBy(() -> DatabaseAddress.of(use, "postgres://u@host/db"));
        }
    }
}
