package io.mockarty.repository.migration;

import io.mockarty.repository.database.DatabaseKind;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

class H2MemoryMigrationsTest extends MigrationsContract {

    @Override
    TestDatabase empty(Path directory) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + directory.getFileName() + ";DB_CLOSE_DELAY=-1");
        return new TestDatabase(dataSource, DatabaseKind.H2);
    }
}
