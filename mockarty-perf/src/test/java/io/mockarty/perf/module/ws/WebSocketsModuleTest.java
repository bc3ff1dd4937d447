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
class WebSocketsModuleTest {

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
        return ScriptRun.of("import { WebSocket, Blob } from 'k6/websockets';" + "export default function () {" + body
                        + "}")
                .env("URL", server.url("/ws"));
    }

    @Test
    void events_arrive_after_the_function_has_returned() {
        try (ScriptRun run = script("""
                const socket = new WebSocket(__ENV.URL, ['chat.v2'], { headers: { 'X-Custom': 'mine' }, tags: { t: 'v' } });
                socket.binaryType = 'arraybuffer';
                console.log(socket.readyState === WebSocket.CONNECTING, socket.url === __ENV.URL, socket.bufferedAmount);
                socket.onopen = (event) => {
                    console.log(event.type, event.target === socket, socket.readyState === socket.OPEN, socket.protocol);
                    socket.send('head');
                };
                socket.addEventListener('message', (event) => {
                    console.log(typeof event.data === 'string' ? event.data : [...new Uint8Array(event.data)].join());
                    if (typeof event.data === 'string') {
                        socket.send(new Uint8Array([1, 2]));
                    } else {
                        socket.close(3001, 'done');
                        console.log(socket.readyState === WebSocket.CLOSING);
                    }
                });
                socket.onclose = (event) =>
                    console.log(event.type, event.code, event.reason, event.wasClean, socket.readyState);
                console.log('returned');
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "true true 0",
                            "returned",
                            "open true true chat.v2",
                            "mine null null chat.v2 null",
                            "1,2",
                            "true",
                            "close 3001 done true 3");
            assertThat(run.sum("ws_sessions")).isEqualTo(1);
            assertThat(run.sum("ws_msgs_sent")).isEqualTo(2);
            assertThat(run.sum("ws_msgs_received")).isEqualTo(2);
            assertThat(run.values("ws_session_duration")).hasSize(1);
            assertThat(run.samples())
                    .filteredOn(sample -> sample.metric().name().startsWith("ws_"))
                    .allSatisfy(sample -> assertThat(sample.tags().get("t")).isEqualTo("v"));
        }
    }

    @Test
    void bytes_are_blobs_unless_the_script_wants_buffers() {
        try (ScriptRun run = ScriptRun.of("""
                import { WebSocket, Blob } from 'k6/experimental/websockets';
                export default async function () {
                    const socket = new WebSocket(__ENV.URL, null, { compression: 'deflate' });
                    console.log(socket.binaryType);
                    await new Promise((resolve) => { socket.onopen = resolve; });
                    socket.send(new Blob(['héllo', new Uint8Array([33])], { type: 'text/plain' }));
                    const blob = await new Promise((resolve) => { socket.onmessage = (event) => resolve(event.data); });
                    console.log(blob instanceof Blob, blob.size, await blob.text(), (await blob.slice(0, 1).arrayBuffer()).byteLength);
                    console.log(socket.extensions);
                    socket.close();
                    const event = await new Promise((resolve) => socket.addEventListener('close', resolve, { once: true }));
                    console.log(event.code);
                }
                """).env("URL", server.url("/ws"))) {
            assertThat(run.printed()).containsExactly("blob", "true 7 héllo! 1", "permessage-deflate", "1000");
        }
    }

    @Test
    void pings_and_pongs_are_events() {
        try (ScriptRun run = script("""
                const socket = new WebSocket(__ENV.URL);
                let seen = 0;
                const done = () => { if (++seen === 3) { socket.close(); } };
                socket.onopen = () => { socket.ping(); socket.send('ping'); };
                socket.onping = () => { console.log('ping'); done(); };
                socket.onpong = () => { console.log('pong'); done(); };
                socket.onmessage = (event) => { console.log(event.data); done(); };
                """)) {
            assertThat(run.printed()).containsExactlyInAnyOrder("ping", "pong", "ponged");
            assertThat(run.values("ws_ping")).hasSize(1);
        }
    }

    @Test
    void a_connection_that_cannot_be_opened_is_an_error_and_a_close() {
        try (ScriptRun run = script("""
                for (const url of [__ENV.URL.replace('/ws', '/no'), 'ws://127.0.0.1:1/']) {
                    const socket = new WebSocket(url);
                    socket.onopen = () => console.log('never');
                    socket.onerror = (event) => console.log(event.type, event.error.includes('403') || event.error.includes('refused'));
                    socket.onclose = (event) => console.log(event.code, event.wasClean, socket.readyState);
                }
                """)) {
            assertThat(run.printed())
                    .containsExactlyInAnyOrder("error true", "1006 false 3", "error true", "1006 false 3");
            assertThat(run.values("ws_sessions")).isEmpty();
            assertThat(run.values("ws_connecting")).hasSize(2);
        }
    }

    @Test
    void closing_before_it_is_open_never_opens_it() {
        try (ScriptRun run = script("""
                const socket = new WebSocket(__ENV.URL);
                socket.onopen = () => console.log('never');
                socket.onclose = (event) => console.log('closed', event.code);
                socket.close();
                """)) {
            assertThat(run.printed()).containsExactly("closed 1006");
        }
    }

    @Test
    void misuse_is_an_error_with_the_name_that_browsers_use() {
        try (ScriptRun run = script("""
                const socket = new WebSocket(__ENV.URL);
                for (const wrong of [
                    () => socket.send('early'),
                    () => { socket.binaryType = 'text'; },
                    () => socket.addEventListener('opened', () => {}),
                    () => socket.addEventListener('open', 'x'),
                    () => socket.close(5),
                    () => new WebSocket(__ENV.URL, ['a', 'a']),
                ]) {
                    try { wrong(); } catch (e) { console.log(e.name); }
                }
                socket.onopen = () => {
                    try { socket.close(1000, 'x'.repeat(124)); } catch (e) { console.log(e.name); }
                    socket.close();
                    try { socket.send('late'); } catch (e) { console.log(e.name); }
                };
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "InvalidStateError",
                            "SyntaxError",
                            "TypeError",
                            "TypeError",
                            "InvalidAccessError",
                            "SyntaxError",
                            "SyntaxError",
                            "InvalidStateError");
        }
    }

    @Test
    void an_error_in_a_handler_fails_the_iteration_and_leaves_nothing_behind() {
        try (ScriptRun run = ScriptRun.of("""
                import { WebSocket } from 'k6/websockets';
                let first = true;
                export default function () {
                    const fail = first;
                    first = false;
                    const socket = new WebSocket(__ENV.URL);
                    socket.onopen = () => {
                        if (fail) { throw new Error('mine'); }
                        socket.send('x');
                    };
                    socket.onmessage = () => socket.close();
                    socket.onclose = () => console.log('closed');
                }
                """).env("URL", server.url("/ws"))) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors()).containsKey("Error: mine");
            assertThat(run.printed()).isEqualTo(List.of("closed"));
        }
    }
}
