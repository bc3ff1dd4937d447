package io.mockarty.perf.module.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {

    private static List<SseEvent> events(String stream) {
        SseParser parser = new SseParser();
        List<SseEvent> whole = parser.feed(stream.toCharArray(), stream.length());
        SseParser slow = new SseParser();
        List<SseEvent> singly = new ArrayList<>();
        for (int i = 0; i < stream.length(); i++) {
            singly.addAll(slow.feed(new char[] {stream.charAt(i)}, 1));
        }
        assertThat(singly).isEqualTo(whole);
        return whole;
    }

    private static SseEvent message(String data) {
        return new SseEvent("", "message", data, 0);
    }

    @Test
    void lines_may_end_in_three_ways() {
        assertThat(events("data: a\n\ndata: b\r\n\r\ndata: c\r\r"))
                .containsExactly(message("a"), message("b"), message("c"));
    }

    @Test
    void an_event_is_complete_with_the_first_half_of_its_line_end() {
        SseParser parser = new SseParser();
        assertThat(parser.feed("data: a\r\n\r".toCharArray(), 10)).containsExactly(message("a"));
        assertThat(parser.feed("\ndata: b\r\n\r\n".toCharArray(), 12)).containsExactly(message("b"));
    }

    @Test
    void a_byte_order_mark_may_come_first() {
        assertThat(events("\uFEFFdata: a\n\n")).containsExactly(message("a"));
        assertThat(events("\ndata: \uFEFFa\n\n")).containsExactly(message("\uFEFFa"));
    }

    @Test
    void lines_of_data_are_joined() {
        assertThat(events("data: YHOO\ndata: +2\ndata: 10\n\n")).containsExactly(message("YHOO\n+2\n10"));
        assertThat(events("data\n\ndata\ndata\n\ndata:")).containsExactly(message(""), message("\n"));
    }

    @Test
    void one_space_after_the_colon_is_left_out() {
        assertThat(events("data:test\n\ndata:  test\n\n")).containsExactly(message("test"), message(" test"));
    }

    @Test
    void comments_and_unknown_fields_are_ignored() {
        assertThat(events(": hi\nfoo: bar\nfoo\n\n: only a comment\n\ndata: a\n\n"))
                .containsExactly(message("a"));
    }

    @Test
    void ids_stay_and_types_do_not() {
        assertThat(events("id: 1\nevent: add\ndata: a\n\ndata: b\n\nid\ndata: c\n\nid: x\0y\ndata: d\n\n"))
                .containsExactly(
                        new SseEvent("1", "add", "a", 0),
                        new SseEvent("1", "message", "b", 0),
                        message("c"),
                        message("d"));
    }

    @Test
    void retry_must_be_a_number() {
        assertThat(events("retry: 10\ndata: a\n\nretry: soon\ndata: b\n\n"))
                .containsExactly(new SseEvent("", "message", "a", 10), new SseEvent("", "message", "b", 10));
    }

    @Test
    void an_event_without_its_empty_line_is_lost() {
        assertThat(events("data: a\n\ndata: b\n")).containsExactly(message("a"));
    }
}
