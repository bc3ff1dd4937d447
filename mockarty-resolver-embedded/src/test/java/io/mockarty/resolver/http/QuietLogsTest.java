package io.mockarty.resolver.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.RawClient;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuietLogsTest {

    /** What the child JVM runs: a server with everything, used and stopped, under the default logging of the JDK. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            try (MockartyServer server =
                    MockartyServer.builder().https(0, Tls.selfSigned()).start()) {
                server.stub(get("/").respond(ok()));
                RawClient.exchange(server.port(), RawClient.head("GET", "/"));
            }
        }
    }

    @Test
    void libraries_say_nothing_when_a_server_starts_and_stops() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(output).isZero();
        assertThat(output).doesNotContainIgnoringCase("undertow", "xnio", "jboss", "INFO");
    }
}
