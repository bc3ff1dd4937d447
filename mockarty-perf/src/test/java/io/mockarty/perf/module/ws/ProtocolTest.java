package io.mockarty.perf.module.ws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What RFC 6455 asks of clients, against bytes that no polite server sends. */
@Timeout(60)
class ProtocolTest {

    private static final String SCRIPT = """
            import ws from 'mockarty/ws';
            export default function () {
                try {
                    const conn = ws.connect(__ENV.URL);
                    while (true) {
                        const message = conn.receive(10);
                        console.log(typeof message === 'string' ? message : message.join());
                    }
                } catch (e) {
                    console.log(e.message);
                }
            }
            """;

    private String frames = "";

    private List<String> receive(String hex, String headers) throws Exception {
        List<String> printed;
        try (RawServer server = new RawServer(hex, headers);
                ScriptRun run = ScriptRun.of(SCRIPT).env("URL", server.url())) {
            printed = run.printed();
            run.close();
            frames = server.frames();
        }
        return printed;
    }

    @Test
    void parts_are_put_together_with_control_frames_between_them() throws Exception {
        // "He" "ll" "o" with a ping and a pong nobody asked for between, bytes 1 2, close 1000 with "bye".
        assertThat(receive("01024865 8902abcd 00026c6c 8a00 80016f 82020102 880503e8627965", ""))
                .containsExactly(
                        "Hello", "1,2", "receive: the connection is closed, 1000 bye (expected: an open connection)");
        assertThat(frames).isEqualTo("8a:abcd 88:03e8");
    }

    @Test
    void a_close_frame_without_a_code_is_answered_in_kind() throws Exception {
        assertThat(receive("8800", ""))
                .containsExactly("receive: the connection is closed, 1005 (expected: an open connection)");
        assertThat(frames).isEqualTo("88:");
    }

    @Test
    void what_breaks_the_rules_ends_the_connection_with_the_code_for_it() throws Exception {
        for (String[] example : new String[][] {
            {"8180 00000000", "the server sent a masked frame", "88:03ea"},
            {"8000", "the server sent a continuation of nothing", "88:03ea"},
            {"0100 8100", "the server sent a new message before the end of one in parts", "88:03ea"},
            {"8300", "the server sent a frame of the unknown kind 3", "88:03ea"},
            {"c100", "the server sent flags of an extension that was not agreed upon", "88:03ea"},
            {"0900", "the server sent a control frame that is too long or in parts", "88:03ea"},
            {"897e0080", "the server sent a control frame that is too long or in parts", "88:03ea"},
            {"8101ff", "the server sent a text that is not UTF-8", "88:03ef"},
            {"880203ed", "the server sent a close frame with the code 1005", "88:03ea"},
            {"880103", "the server sent a close frame with half a code", "88:03ea"},
            {"827f 0000000080000000", "the server sent a message of more than 134217728 bytes", "88:03f1"},
            {"827f ffffffffffffffff", "the server sent a message of more than 134217728 bytes", "88:03f1"},
        }) {
            assertThat(receive(example[0], ""))
                    .as(example[0])
                    .containsExactly("receive: " + example[1] + " (expected: an open connection)");
            assertThat(frames).as(example[0]).isEqualTo(example[2]);
        }
    }

    @Test
    void a_replacement_character_is_a_text_like_any_other() throws Exception {
        assertThat(receive("8103efbfbd 8800", "")).first().isEqualTo("\uFFFD");
    }

    @Test
    void answers_that_were_not_asked_for_are_refused() throws Exception {
        assertThat(receive("", "Sec-WebSocket-Extensions: permessage-deflate\r\n"))
                .first()
                .asString()
                .endsWith("Sec-WebSocket-Extensions: permessage-deflate (expected: none)");
    }
}
