package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.database.DatabaseKind;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, 40001, 0, CONFLICT",
        "POSTGRESQL, 40P01, 0, CONFLICT",
        "POSTGRESQL, 55P03, 0, CONFLICT",
        "POSTGRESQL, 23505, 0, DUPLICATE",
        "POSTGRESQL, 53100, 0, FULL",
        "POSTGRESQL, 25006, 0, READ_ONLY",
        "POSTGRESQL, 57P01, 0, DISCONNECTED",
        "POSTGRESQL, 08006, 0, DISCONNECTED",
        "POSTGRESQL, 42601, 0, OTHER",
        "SQLITE, '', 5, CONFLICT",
        "SQLITE, '', 517, CONFLICT",
        "SQLITE, '', 1555, DUPLICATE",
        "SQLITE, '', 13, FULL",
        "SQLITE, '', 8, READ_ONLY",
        "SQLITE, '', 1, OTHER",
        "H2, 40001, 40001, CONFLICT",
        "H2, HYT00, 50200, CONFLICT",
        "H2, 90131, 90131, CONFLICT",
        "H2, 23505, 23505, DUPLICATE",
        "H2, 90098, 90098, DISCONNECTED",
        "H2, 42000, 42000, OTHER"
    })
    void knows_what_databases_mean(DatabaseKind kind, String state, int code, SqlFailure expected) {
        assertThat(SqlFailure.of(kind, new SQLException("x", state, code))).isEqualTo(expected);
    }

    @Test
    void looks_behind_the_failure_of_a_batch() {
        BatchUpdateException batch = new BatchUpdateException("batch", "22000", new int[0]);
        batch.setNextException(new SQLException("deadlock", "40P01"));

        assertThat(SqlFailure.of(DatabaseKind.POSTGRESQL, batch)).isEqualTo(SqlFailure.CONFLICT);
    }
}
