package io.mockarty.perf.module.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettySslContextServerCredentials;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.grpc.netty.shaded.io.netty.handler.ssl.JdkSslContext;
import io.mockarty.perf.module.TestKeys;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GrpcTlsTest {

    private static final String PROTO =
            "syntax = \"proto3\"; package p; service S { rpc Get(M) returns (M); } message M { string id = 1; }";
    private static final String SCRIPT = """
            import grpc from 'mockarty/grpc';
            const client = grpc.connect(__ENV.ADDRESS, { reflect: true, tls: TLS });
            export default () => {
                const r = client.invoke('p.S/Get', {});
                console.log(r.status, r.message && r.message.id);
            };
            """;

    private final Tls tls = Tls.selfSigned();
    private final TestServer server = start(tls, ClientAuth.NONE);

    private static TestServer start(Tls tls, ClientAuth clients) {
        return TestServer.of(Map.of("s.proto", PROTO))
                .reflecting()
                .secured(credentials(tls, clients))
                .on("p.S/Get", conversation -> {
                    conversation.send("{\"id\":\"secret\"}");
                    conversation.end();
                })
                .start();
    }

    private static ServerCredentials credentials(Tls tls, ClientAuth clients) {
        return NettySslContextServerCredentials.create(new JdkSslContext(
                tls.sslContext(),
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        "h2"),
                clients,
                null,
                false));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ScriptRun script(String option) {
        return ScriptRun.of(SCRIPT.replace("TLS", option))
                .env("ADDRESS", server.address())
                .env("CA", tls.caPem());
    }

    @Test
    void certificates_that_are_given_are_trusted() {
        try (ScriptRun run = script("{ cacerts: [__ENV.CA] }")) {
            assertThat(run.printed()).containsExactly("OK secret");
        }
    }

    @Test
    void certificates_that_nobody_knows_are_not() {
        try (ScriptRun run = script("true")) {
            assertThat(run.printed()).containsExactly("UNAVAILABLE null");
            assertThat(run.values("grpc_req_failed")).containsExactly(1.0);
        }
    }

    @Test
    void servers_that_want_to_know_who_the_client_is_are_shown_its_certificate(@TempDir Path directory)
            throws IOException {
        Path trusted = Files.writeString(directory.resolve("clients.pem"), TestKeys.ALICE);
        Tls strict = tls.withClientAuth(io.mockarty.resolver.tls.ClientAuth.NEED, trusted);
        try (TestServer careful = start(strict, ClientAuth.REQUIRE)) {
            String known = "{ cacerts: __ENV.CA, cert: __ENV.CERT, key: __ENV.KEY, password: 'secret' }";
            try (ScriptRun run = script(known)
                    .env("ADDRESS", careful.address())
                    .env("CERT", TestKeys.ALICE)
                    .env("KEY", TestKeys.ENCRYPTED)) {
                assertThat(run.printed()).containsExactly("OK secret");
            }
            try (ScriptRun run = script("{ cacerts: __ENV.CA }").env("ADDRESS", careful.address())) {
                assertThat(run.printed()).containsExactly("UNAVAILABLE null");
            }
        }
    }

    @Test
    void an_option_of_the_script_trusts_all_of_them() {
        try (ScriptRun run = script("true").option("insecureSkipTLSVerify", true)) {
            assertThat(run.printed()).containsExactly("OK secret");
        }
    }
}
