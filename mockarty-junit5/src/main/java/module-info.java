/** A mocked API in a JUnit test, one annotation away. */
@SuppressWarnings("module") // the digit belongs to the name of what is extended
module io.mockarty.junit5 {
    requires transitive io.mockarty.resolver;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.assertj.core;
    requires static transitive org.jspecify;

    exports io.mockarty.junit5;

    opens io.mockarty.junit5 to
            org.junit.platform.commons;
}
