package io.mockarty.perf.module.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SseModuleTest {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final WebServer server = WebServer.start()
            .on("/events", request -> {
                try (OutputStream out = request.stream("text/event-stream;charset=utf-8")) {
                    for (int i = 1; i <= 7; i++) {
                        WebServer.write(out, "id: " + i + "\nevent: tick\ndata: n" + i + "\n\n");
                    }
                    stopped.await();
                }
            })
            .on("/short/42", request -> {
                String last = request.header("Last-Event-ID");
                try (OutputStream out = request.stream("text/event-stream")) {
                    WebServer.write(out, "retry: 1\nid: " + (last == null ? "a" : last + "a") + "\ndata\n\n");
                }
            })
            .on("/html", request -> request.respond(200, "text/html", "<p>no events"));

    @AfterEach
    void stop() {
        stopped.countDown();
        server.close();
    }

    private ScriptRun script(String text) {
        return ScriptRun.of(text).env("URL", server.url());
    }

    @Test
    void the_example_of_the_documentation_runs() {
        try (ScriptRun run = script("""
                var sse = require('mockarty/sse');
                module.exports.default = function () {
                    var events = sse.connect(__ENV.URL + '/events', {
                        timeout: '10s',
                        limit: 5,
                        headers: {
                            'Authorization': 'Bearer token',
                        },
                    });
                    check(events, {
                        'received events': function (e) { return e.length > 0; },
                        'first event has data': function (e) { return e[0].data !== ''; },
                    });
                    console.log(events.length, JSON.stringify(events[4]), events.error === '');
                };
                """)) {
            assertThat(run.printed())
                    .containsExactly("5 {\"id\":\"5\",\"event\":\"tick\",\"data\":\"n5\",\"retry\":0} true");
            assertThat(run.values("checks")).containsExactly(1.0, 1.0);
            assertThat(run.sum("sse_events_received")).isEqualTo(5);
            assertThat(run.values("sse_connecting")).hasSize(1);
            assertThat(run.values("sse_connect_failed")).containsExactly(0.0);
            assertThat(run.routes()).extracting(ScriptRun.Routed::route).containsExactly("SSE /events");
            assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer token");
            assertThat(server.requests().get(0).header("Accept")).isEqualTo("text/event-stream");
        }
    }

    @Test
    void without_a_limit_events_are_collected_until_the_timeout() {
        try (ScriptRun run = script("""
                import sse from 'mockarty/sse';
                export default () => console.log(sse.connect(__ENV.URL + '/events', { timeout: 500 }).length);
                """)) {
            assertThat(run.printed()).containsExactly("7");
        }
    }

    @Test
    void connections_that_end_can_be_continued() {
        try (ScriptRun run = script("""
                import sse from 'mockarty/sse';
                export default () => {
                    const url = __ENV.URL + '/short/42';
                    console.log(sse.connect(url).length);
                    const events = sse.connect(url, { reconnect: true, limit: 3 });
                    console.log(events.map((e) => e.id + e.data + e.event + e.retry).join());
                };
                """)) {
            assertThat(run.printed()).containsExactly("1", "amessage1,aamessage1,aaamessage1");
            assertThat(run.routes().get(0).route()).isEqualTo("SSE /short/{id}");
        }
    }

    @Test
    void what_is_no_stream_of_events_is_a_failure() {
        try (ScriptRun run = script("""
                import sse from 'mockarty/sse';
                export default () => {
                    for (const url of [__ENV.URL + '/html', 'http://localhost:1/x']) {
                        const events = sse.connect(url);
                        console.log(events.length, events.error);
                    }
                };
                """)) {
            assertThat(run.printed())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .isEqualTo("0 status 200, content type text/html"
                                            + " (expected: status 200, text/event-stream)"),
                            line -> assertThat(line).startsWith("0 ").contains("refused"));
            assertThat(run.values("sse_connect_failed")).containsExactly(1.0, 1.0);
        }
    }

    @Test
    void a_user_that_waits_for_events_can_be_cut_off() throws InterruptedException {
        try (ScriptRun run = script("""
                import sse from 'mockarty/sse';
                export default () => { console.log('waiting'); sse.connect(__ENV.URL + '/events', { timeout: '10m' }); };
                """)) {
            run.load();
            Outcome[] outcome = new Outcome[1];
            Thread thread = new Thread(() -> outcome[0] = run.iterate());
            thread.start();
            while (server.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            run.cancel();
            thread.join(20_000);
            assertThat(outcome[0]).isEqualTo(Outcome.INTERRUPTED);
        }
    }
}
