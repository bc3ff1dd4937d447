package io.mockarty.perf.module.sql;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/sql}: queries to PostgreSQL over connections that all users share. */
public final class SqlModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public SqlModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/sql");
    }

    @Override
    public List<Library> libraries() {
        return List.of(
                new Library("org.postgresql.ds.PGSimpleDataSource", "org.postgresql:postgresql"),
                new Library("com.zaxxer.hikari.HikariDataSource", "com.zaxxer:HikariCP"));
    }

    @Override
    public Object open(ModuleContext user) {
        return new SqlFunctions(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(SqlModule.class, "sql.mjs");
    }
}
