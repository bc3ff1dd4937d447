package io.mockarty.resolver.tls;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.resolver.MockartyServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutualTlsServerTest {

    @TempDir
    private Path directory;

    @Test
    void lets_in_clients_with_a_certificate_only() throws Exception {
        TlsFiles files = TlsFiles.in(directory);
        Tls tls = Tls.selfSigned()
                .withClientAuth(
                        ClientAuth.NEED,
                        files.certificates("clients.pem", files.authority().certificate()));
        try (MockartyServer server =
                MockartyServer.builder().https(0, tls).httpsOnly().start()) {
            server.stub(get("/").respond(ok().text("welcome")));
            assertThat(ask(server, files.clientWithCertificate(tls))).isEqualTo("welcome");
            assertThatThrownBy(() -> ask(server, tls.clientContext()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
            assertThatThrownBy(server::port)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no HTTP port");
        }
    }

    private static String ask(MockartyServer server, SSLContext context) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.httpsUrl() + "/"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
