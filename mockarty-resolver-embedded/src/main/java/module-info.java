/** Serves mocks in-process over HTTP/1.1 and HTTP/2. */
module io.mockarty.resolver {
    requires transitive io.mockarty.core;
    requires java.logging;
    requires java.net.http;
    requires org.slf4j;
    requires undertow.core;
    requires xnio.api;
    requires static transitive org.jspecify;

    exports io.mockarty.resolver;
    exports io.mockarty.resolver.http;
    exports io.mockarty.resolver.tls;
}
