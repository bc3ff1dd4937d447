package io.mockarty.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /                | ~~
            /a/b             | a,b
            /a/              | a,
            //a              | ,a
            /a%2Fb/c         | a/b,c
            /a%20b           | a b
            /a+b             | a+b
            /caf%C3%A9       | café
            /café            | café
            /%zz             | %zz
            /100%            | 100%
            /%4              | %4
            /%2525           | %25
            /%C3%28          | \uFFFD(
            /%ff             | \uFFFD
            /%E2%82x         | \uFFFDx
            /%F0%9F%98%80    | 😀
            /%e2%82%ac%20€   | € €
            /a;v=1           | a;v=1
            /..%2f..         | ../..
            """)
    void decodes_each_segment_of_the_path_once(String target, String segments) {
        assertThat(get(target).segments()).isEqualTo(Arrays.asList(segments.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /?a=1&b=2        | {a=[1], b=[2]}
            /?a=1&a=2&b=&a=1 | {a=[1, 2, 1], b=[]}
            /?a              | {a=[]}
            /?=x             | {=[x]}
            /?a=b=c          | {a=[b=c]}
            /?q=a+b%2Bc%20d  | {q=[a b+c d]}
            /?a%5B%5D=1      | {a[]=[1]}
            /?&&a=1&         | {a=[1]}
            /?a=%zz&b=%      | {a=[%zz], b=[%]}
            /?a=%FF          | {a=[\uFFFD]}
            /?a=1?b=2        | {a=[1?b=2]}
            /?a;b=1          | {a;b=[1]}
            /?               | {}
            /                | {}
            """)
    void reads_the_query(String target, String parameters) {
        String shown = get(target).query().toString();

        assertThat(shown).isEqualTo(parameters);
    }

    @Test
    void tells_path_and_query_apart() {
        MockRequest request = get("/a%20b?x=%31");

        assertThat(request.path()).isEqualTo("/a%20b");
        assertThat(request.queryString()).isEqualTo("x=%31");
        assertThat(request.target()).isEqualTo("/a%20b?x=%31");
        assertThat(request).hasToString("GET /a%20b?x=%31");
    }

    @Test
    void a_path_always_starts_with_a_slash() {
        assertThat(get("").path()).isEqualTo("/");
        assertThat(get("a?b=1").target()).isEqualTo("/a?b=1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a=1; b=2         | {a=1, b=2}
            a=1;b=2          | {a=1, b=2}
            a="q v"          | {a=q v}
            a=1; a=2         | {a=1}
            a=b=c==          | {a=b=c==}
            a=               | {a=}
            nonsense; a=1    | {a=1}
            =x; a=1          | {a=1}
            ~ = x; a=1~      | {a=1}
            a=%20            | {a=%20}
            """)
    void reads_cookies(String header, String cookies) {
        MockRequest request = MockRequest.of("GET", "/", Headers.of("cookie", header));

        assertThat(request.cookies()).hasToString(cookies);
    }

    @Test
    void reads_cookies_from_several_headers() {
        MockRequest request = MockRequest.of("GET", "/", Headers.of("Cookie", "a=1", "Cookie", "a=2; b=3"));

        assertThat(request.cookies()).isEqualTo(Map.of("a", "1", "b", "3"));
    }

    @Test
    void a_copy_for_the_record_keeps_the_beginning_of_a_long_body() {
        byte[] body = "[\"0123456789\"]".getBytes(StandardCharsets.UTF_8);
        MockRequest request = MockRequest.of("PUT", "/a?b=c", Headers.of("H", "v"), body);

        MockRequest copy = request.forRecord(5);

        assertThat(copy.body().text()).isEqualTo("[\"012");
        assertThat(copy.target()).isEqualTo("/a?b=c");
        assertThat(copy.headers()).isEqualTo(request.headers());
        assertThat(copy.approximateSize()).isEqualTo(request.approximateSize() - body.length + 5);
        assertThat(request.forRecord(100).body().bytes()).isSameAs(body);
    }

    @Test
    void a_reply_knows_about_how_large_it_is() {
        MockReply small = new MockReply(200, Headers.empty(), new byte[0]);
        MockReply large = new MockReply(200, Headers.of("X-A", "b"), new byte[10_000]);

        assertThat(large.approximateSize() - small.approximateSize()).isBetween(10_000L, 10_500L);
    }

    @Test
    void segments_and_query_are_read_once() {
        MockRequest request = get("/a?b=1");

        assertThat(request.segments()).isSameAs(request.segments()).isEqualTo(List.of("a"));
        assertThat(request.query()).isSameAs(request.query());
    }

    private static MockRequest get(String target) {
        return MockRequest.of("GET", target, Headers.empty());
    }
}
