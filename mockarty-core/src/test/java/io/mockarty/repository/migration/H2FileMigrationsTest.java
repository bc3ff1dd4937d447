package io.mockarty.repository.migration;

import io.mockarty.repository.database.DatabaseKind;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

class H2FileMigrationsTest extends MigrationsContract {

    @Override
    TestDatabase empty(Path directory) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + directory.resolve("data").toAbsolutePath());
        return new TestDatabase(dataSource, DatabaseKind.H2);
    }
}
