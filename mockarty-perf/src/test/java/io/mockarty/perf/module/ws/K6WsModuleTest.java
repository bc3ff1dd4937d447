package io.mockarty.perf.module.ws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class K6WsModuleTest {

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
        return ScriptRun.of("import ws from 'k6/ws'; import { check } from 'k6'; import http from 'k6/http';"
                        + "export default function () {" + body + "}")
                .env("URL", server.url("/ws"));
    }

    @Test
    void a_session_of_callbacks_runs_until_it_is_closed() {
        try (ScriptRun run = script("""
                const params = { tags: { my_tag: 'hello' }, headers: { 'X-Custom': 'mine' } };
                const response = ws.connect(__ENV.URL, params, function (socket) {
                    socket.on('open', () => {
                        console.log('connected');
                        socket.send('head');
                        socket.sendBinary(new Uint8Array([1, 2, 3]).buffer);
                    });
                    socket.on('message', (message) => console.log('message', message));
                    socket.on('binaryMessage', (data) => {
                        console.log('binary', data instanceof ArrayBuffer, data.byteLength);
                        socket.ping();
                        socket.send('ping');
                    });
                    socket.on('ping', () => console.log('ping'));
                    socket.on('pong', () => { console.log('pong'); socket.setTimeout(() => socket.close(), 20); });
                    socket.on('close', (code) => console.log('closed', code));
                });
                check(response, { 'status is 101': (r) => r && r.status === 101 });
                console.log(response.status, response.error === '', response.headers['Upgrade'], response.url === __ENV.URL);
                """)) {
            assertThat(run.printed())
                    .startsWith("connected", "message mine null null null null", "binary true 3")
                    .contains("pong", "ping", "message ponged", "closed 1001")
                    .endsWith("101 true WebSocket true");
            assertThat(run.sum("ws_sessions")).isEqualTo(1);
            assertThat(run.sum("ws_msgs_sent")).isEqualTo(3);
            assertThat(run.sum("ws_msgs_received")).isEqualTo(3);
            assertThat(run.values("ws_connecting")).hasSize(1);
            assertThat(run.values("ws_ping")).hasSize(1);
            assertThat(run.values("ws_session_duration"))
                    .singleElement()
                    .satisfies(millis -> assertThat(millis).isGreaterThan(20));
            assertThat(run.values("checks")).containsExactly(1.0);
            assertThat(run.values("ws_messages_sent")).isEmpty();
            assertThat(run.samples())
                    .filteredOn(sample -> sample.metric().name().startsWith("ws_"))
                    .allSatisfy(
                            sample -> assertThat(sample.tags().get("my_tag")).isEqualTo("hello"));
        }
    }

    @Test
    void timers_of_the_socket_repeat_until_it_is_closed() {
        try (ScriptRun run = script("""
                let ticks = 0;
                ws.connect(__ENV.URL, null, (socket) => {
                    socket.setInterval(() => { ticks++; socket.send('tick'); }, 5);
                    socket.setTimeout(() => console.log('never'), 60000);
                    socket.on('message', () => { if (ticks > 2) { socket.close(); } });
                });
                console.log(ticks);
                try { ws.connect(__ENV.URL, (socket) => socket.setTimeout(() => {}, 0)); } catch (e) { console.log(e.name); }
                """)) {
            List<String> printed = run.printed();
            assertThat(Integer.parseInt(printed.get(0))).isGreaterThan(2);
            assertThat(printed).hasSize(2).endsWith("TypeError");
        }
    }

    @Test
    void a_close_of_the_server_comes_with_its_code_and_an_error_when_it_is_not_normal() {
        try (ScriptRun run = script("""
                for (const order of ['close 1000', 'close 4002 why', 'drop']) {
                    ws.connect(__ENV.URL, {}, (socket) => {
                        socket.on('open', () => socket.send(order));
                        socket.on('error', (e) => console.log('error', e.error()));
                        socket.on('close', (code) => console.log('close', code));
                    });
                }
                """)) {
            assertThat(run.printed())
                    .startsWith("close 1000", "error websocket: close 4002 why", "close 4002")
                    .endsWith("close 1006");
        }
    }

    @Test
    void a_refusal_is_a_response_with_an_error() {
        try (ScriptRun run = script("""
                for (const url of [__ENV.URL.replace('/ws', '/no'), 'ws://127.0.0.1:1/']) {
                    const response = ws.connect(url, {}, () => console.log('never'));
                    console.log(response.status, response.body, response.error !== '');
                }
                """)) {
            assertThat(run.printed().stream().filter(line -> !line.startsWith("warn: ")))
                    .containsExactly("403 not you true", "0  true");
            assertThat(run.values("ws_connecting")).hasSize(2);
        }
    }

    @Test
    void a_refusal_is_thrown_when_the_options_want_it() {
        try (ScriptRun run =
                script("ws.connect('ws://127.0.0.1:1/', {}, () => {});").option("throw", true)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors().keySet()).singleElement().asString().contains("connection refused");
        }
    }

    @Test
    void an_error_in_a_handler_ends_the_session_and_the_iteration() {
        try (ScriptRun run = script("""
                ws.connect(__ENV.URL, {}, (socket) => {
                    socket.on('open', () => { throw new Error('mine'); });
                });
                """)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors()).containsKey("Error: mine");
            assertThat(run.values("ws_session_duration")).hasSize(1);
        }
    }

    @Test
    void cookies_of_the_jar_are_sent() {
        try (ScriptRun run = script("""
                const page = __ENV.URL.replace('ws', 'http');
                http.cookieJar().set(page, 'who', 'me');
                ws.connect(__ENV.URL, {}, (socket) => {
                    socket.on('open', () => socket.send('head'));
                    socket.on('message', (message) => { console.log(message); socket.close(); });
                });
                """)) {
            assertThat(run.printed()).containsExactly("null who=me null null null");
        }
    }
}
