package io.mockarty.perf.module.ws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.perf.script.ScriptRun.Routed;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WsModuleTest {

    private static EchoServer server;

    @BeforeAll
    static void start() {
        server = EchoServer.plain();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ScriptRun script(String body) {
        return ScriptRun.of("var ws = require('mockarty/ws'); module.exports.default = function () {" + body + "};")
                .env("URL", server.url("/ws"));
    }

    @Test
    void the_script_of_the_documentation_works() {
        try (ScriptRun run = ScriptRun.of("""
                var ws = require('mockarty/ws');
                module.exports.default = function () {
                    var conn = ws.connect(__ENV.URL, {
                        headers: { 'Authorization': 'Bearer token' },
                    });
                    conn.send(JSON.stringify({ type: 'subscribe', channel: 'orders' }));
                    conn.sendBinary('raw binary data');
                    var msg = conn.receive(5);
                    check(msg, {
                        'received message': function (m) { return m.length > 0; },
                    });
                    conn.close();
                    console.log(msg);
                };
                """).env("URL", server.url("/ws/42"))) {
            assertThat(run.printed()).containsExactly("{\"type\":\"subscribe\",\"channel\":\"orders\"}");
            assertThat(run.sum("ws_sessions")).isEqualTo(1);
            assertThat(run.sum("ws_messages_sent")).isEqualTo(2);
            assertThat(run.sum("ws_messages_received")).isEqualTo(1);
            assertThat(run.values("ws_connecting")).hasSize(1);
            assertThat(run.values("ws_send_duration")).hasSize(2);
            assertThat(run.values("ws_recv_duration")).hasSize(1);
            assertThat(run.values("ws_connect_failed")).containsExactly(0.0);
            assertThat(run.values("checks")).containsExactly(1.0);
            assertThat(run.sum("data_sent")).isGreaterThan(100);
            assertThat(run.sum("data_received")).isGreaterThan(100);
            assertThat(run.routes().stream().map(Routed::route))
                    .containsExactly("WS connect /ws/{id}", "WS send /ws/{id}", "WS send /ws/{id}", "WS recv /ws/{id}");
            assertThat(run.routes()).noneMatch(Routed::failed);
        }
    }

    @Test
    void texts_and_bytes_come_back_as_they_were_sent() {
        try (ScriptRun run = script("""
                var conn = ws.connect(__ENV.URL, { compression: __ENV.COMPRESSION });
                ['', 'aé€😀', 'x'.repeat(125), 'y'.repeat(126), 'z'.repeat(70000)].forEach(function (text) {
                    conn.send(text);
                    console.log(conn.receive() === text);
                });
                conn.sendBinary(new Uint8Array([0, 255, 7]));
                console.log(conn.receive().join());
                conn.close();
                """).env("COMPRESSION", "")) {
            assertThat(run.printed()).containsExactly("true", "true", "true", "true", "true", "0,255,7");
        }
    }

    @Test
    void messages_are_compressed_when_both_sides_agree() {
        try (ScriptRun run = script("""
                var conn = ws.connect(__ENV.URL, { compression: 'deflate' });
                ['', 'short', 'z'.repeat(70000), 'aé€😀'.repeat(50)].forEach(function (text) {
                    conn.send(text);
                    console.log(conn.receive() === text);
                });
                conn.close();
                """)) {
            assertThat(run.printed()).containsExactly("true", "true", "true", "true");
            assertThat(run.sum("data_sent")).isLessThan(5_000);
        }
    }

    @Test
    void headers_subprotocols_and_credentials_are_sent() {
        try (ScriptRun run = script("""
                var conn = ws.connect(__ENV.URL.replace('//', '//user:secret@'), {
                    headers: { 'X-Custom': 'mine' }, subprotocols: ['chat.v1', 'chat.v2'], timeout: '10s' });
                conn.send('head');
                console.log(conn.receive());
                conn.close(1000, 'thanks');
                """)) {
            assertThat(run.printed()).containsExactly("mine null Basic dXNlcjpzZWNyZXQ= chat.v2 null");
            assertThat(run.samples())
                    .filteredOn(sample -> sample.metric().name().equals("ws_sessions"))
                    .allSatisfy(sample -> {
                        assertThat(sample.tags().get("subproto")).isEqualTo("chat.v2");
                        assertThat(sample.tags().get("status")).isEqualTo("101");
                        assertThat(sample.tags().get("url")).contains("****:****@localhost");
                    });
        }
    }

    @Test
    void nothing_in_time_is_an_empty_string_and_a_failed_request() {
        try (ScriptRun run = script("""
                var conn = ws.connect(__ENV.URL);
                conn.send('silence');
                console.log(JSON.stringify(conn.receive(0.05)));
                conn.send('then this');
                console.log(conn.receive());
                conn.close();
                """)) {
            assertThat(run.printed()).containsExactly("\"\"", "then this");
            assertThat(run.routes().stream()
                            .filter(routed -> routed.route().startsWith("WS recv"))
                            .map(Routed::failed))
                    .containsExactly(true, false);
        }
    }

    @Test
    void a_connection_that_the_server_closes_says_why() {
        try (ScriptRun run = script("""
                ['close 4001 enough', 'drop'].forEach(function (order) {
                    var conn = ws.connect(__ENV.URL);
                    conn.send(order);
                    for (var i = 0; i < 2; i++) {
                        try { conn.receive(5); } catch (e) { console.log(e instanceof Error, e.message); }
                    }
                    try { conn.send('x'); } catch (e) { console.log(e.message); }
                    conn.close();
                });
                """)) {
            assertThat(run.printed())
                    .startsWith(
                            "true receive: the connection is closed, 4001 enough (expected: an open connection)",
                            "true receive: the connection is closed, 4001 enough (expected: an open connection)",
                            "send: the connection is closed, 4001 enough (expected: an open connection)")
                    .hasSize(6);
        }
    }

    @Test
    void pings_are_answered_while_the_script_does_other_things() {
        try (ScriptRun run = script("""
                var conn = ws.connect(__ENV.URL);
                conn.send('ping');
                conn.ping();
                console.log(conn.receive());
                conn.close();
                """)) {
            assertThat(run.printed()).containsExactly("ponged");
        }
    }

    @Test
    void a_connection_that_cannot_be_opened_is_an_error_and_counted() {
        try (ScriptRun run = script("""
                [__ENV.URL.replace('/ws', '/no'), 'ws://127.0.0.1:1/ws'].forEach(function (url) {
                    try { ws.connect(url); } catch (e) { console.log(e.message.replace(/:[0-9]+/, '')); }
                });
                """)) {
            List<String> lines = run.printed();
            assertThat(lines.get(0))
                    .isEqualTo("ws.connect: ws://localhost/no: the server answered 403"
                            + " (expected: 101, Switching Protocols)");
            assertThat(lines.get(1)).startsWith("ws.connect: ws://127.0.0.1/ws: dial 127.0.0.1:1: connection refused");
            assertThat(run.values("ws_connect_failed")).containsExactly(1.0, 1.0);
            assertThat(run.values("ws_sessions")).isEmpty();
            assertThat(run.routes()).allMatch(Routed::failed).hasSize(2);
        }
    }

    @Test
    void a_server_that_does_not_answer_runs_into_the_timeout() throws IOException {
        try (SilentServer silent = new SilentServer();
                ScriptRun run = script(
                                "try { ws.connect(__ENV.SILENT, { timeout: '100ms' }); } catch (e) { console.log(e.message); }")
                        .env("SILENT", "ws://127.0.0.1:" + silent.port() + "/")) {
            assertThat(run.printed()).first().asString().contains("timeout");
        }
    }

    @Test
    void wrong_arguments_are_told_all_at_once() {
        try (ScriptRun run = script("""
                [['http://x', {}], ['ws://h/x', { timeout: 'soon', headres: {}, subprotocols: ['a b'] }]].forEach(function (a) {
                    try { ws.connect(a[0], a[1]); } catch (e) { console.log(e.message); }
                });
                """)) {
            List<String> lines = run.printed();
            assertThat(lines.get(0))
                    .isEqualTo("ws.connect: url: \"http://x\" (expected: ws://host/path or wss://host/path)");
            assertThat(lines.get(1)).contains("timeout: \"soon\"", "headres: unknown", "subprotocols: \"a b\"");
        }
    }

    @Test
    void certificates_are_looked_at_unless_the_options_say_otherwise() {
        String connect = """
                try {
                    var conn = ws.connect(__ENV.URL);
                    conn.send('secret');
                    console.log(conn.receive());
                    conn.close();
                } catch (e) { console.log(e.message); }
                """;
        try (EchoServer secure = EchoServer.secure(Tls.selfSigned());
                ScriptRun trusting =
                        script(connect).env("URL", secure.url("/ws")).option("insecureSkipTLSVerify", true);
                ScriptRun careful = script(connect).env("URL", secure.url("/ws"))) {
            assertThat(trusting.printed()).containsExactly("secret");
            assertThat(careful.printed()).first().asString().contains("tls with localhost");
            assertThat(careful.values("ws_connect_failed")).containsExactly(1.0);
        }
    }

    @Test
    void a_user_that_waits_for_a_message_can_be_cut_off() throws Exception {
        try (ScriptRun run = script("var conn = ws.connect(__ENV.URL); console.log('waiting'); conn.receive(600);")) {
            run.load();
            Outcome[] outcome = new Outcome[1];
            Thread user = new Thread(() -> outcome[0] = run.iterate());
            user.start();
            while (!run.lines().contains("waiting") && user.isAlive()) {
                Thread.onSpinWait();
            }
            run.cancel();
            user.interrupt();
            user.join();
            assertThat(outcome[0]).isEqualTo(Outcome.INTERRUPTED);
        }
        assertThat(listening()).isEmpty();
    }

    /** Threads that still listen, after a while in which they may end. */
    private static Set<String> listening() {
        Set<String> names = Set.of();
        for (long end = System.nanoTime() + 10_000_000_000L; System.nanoTime() < end; Thread.onSpinWait()) {
            names = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("load-test-websocket"))
                    .collect(Collectors.toSet());
            if (names.isEmpty()) {
                break;
            }
        }
        return names;
    }

    @Test
    void connections_may_outlive_an_iteration_and_end_with_the_user() {
        try (ScriptRun run = ScriptRun.of("""
                import ws from 'mockarty/ws';
                let conn;
                export default function () {
                    conn = conn || ws.connect(__ENV.URL);
                    conn.send('again');
                    console.log(conn.receive());
                }
                """).env("URL", server.url("/ws"))) {
            assertThat(run.printed()).containsExactly("again");
            assertThat(run.printed()).containsExactly("again");
            assertThat(run.sum("ws_sessions")).isEqualTo(1);
        }
        assertThat(listening()).isEmpty();
    }
}
