/** Mock definition, matching, rendering, stores, journal and engine. Opens no socket. */
module io.mockarty.core {
    requires transitive java.xml;
    requires re2j;
    requires net.datafaker;
    requires org.snakeyaml.engine;
    requires transitive java.sql;
    requires tools.jackson.core;
    requires org.slf4j;
    requires static com.zaxxer.hikari;
    requires static com.github.benmanes.caffeine;
    requires static org.checkerframework.checker.qual;
    requires static org.postgresql.jdbc;
    requires static redis.clients.jedis;
    requires static transitive org.jspecify;

    exports io.mockarty.engine;
    exports io.mockarty.expression;
    exports io.mockarty.fake;
    exports io.mockarty.journal;
    exports io.mockarty.json;
    exports io.mockarty.jsonpath;
    exports io.mockarty.match;
    exports io.mockarty.mock;
    exports io.mockarty.namespace;
    exports io.mockarty.render;
    exports io.mockarty.repository;
    exports io.mockarty.repository.cache;
    exports io.mockarty.repository.database;
    exports io.mockarty.repository.jdbc;
    exports io.mockarty.repository.memory;
    exports io.mockarty.repository.migration;
    exports io.mockarty.request;
    exports io.mockarty.storage;
    exports io.mockarty.store;
}
