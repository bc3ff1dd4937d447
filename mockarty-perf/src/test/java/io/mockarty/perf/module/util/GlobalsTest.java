package io.mockarty.perf.module.util;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.perf.script.ScriptRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GlobalsTest {

    private static List<String> print(String body) {
        try (ScriptRun run = ScriptRun.of("export default function () {" + body + "}")) {
            return run.printed();
        }
    }

    @Test
    void text_is_encoded_and_decoded() {
        assertThat(print("""
                const bytes = new TextEncoder().encode('aé€😀');
                console.log(bytes instanceof Uint8Array, bytes.join());
                console.log(new TextDecoder().decode(bytes), new TextDecoder().decode(bytes.buffer));
                console.log(new TextEncoder().encode('\\ud800').join());
                console.log(new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0, 0x3d, 0xd8, 0, 0xde])));
                const parts = new TextDecoder();
                console.log(parts.decode(bytes.subarray(0, 5), { stream: true }) + '|' + parts.decode(bytes.subarray(5)));
                try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])); } catch (e) { console.log(e.name); }
                console.log(new TextDecoder().decode(new Uint8Array([255])) === '\\ufffd', new TextDecoder().encoding);
                const into = new Uint8Array(4);
                console.log(JSON.stringify(new TextEncoder().encodeInto('aé€', into)));
                try { new TextDecoder('klingon'); } catch (e) { console.log(e.name); }
                """))
                .containsExactly(
                        "true 97,195,169,226,130,172,240,159,152,128",
                        "aé€😀 aé€😀",
                        "239,191,189",
                        "a😀",
                        "aé|€😀",
                        "TypeError",
                        "true utf-8",
                        "{\"read\":2,\"written\":3}",
                        "RangeError");
    }

    @Test
    void binary_strings_are_base64_and_back() {
        assertThat(print("""
                console.log(btoa('Hello'), atob('SGVsbG8='), atob(' SGVs bG8 '), atob(btoa('\\xff\\x00')) === '\\xff\\x00');
                for (const wrong of [() => btoa('€'), () => atob('a'), () => atob('a$bc')]) {
                    try { wrong(); } catch (e) { console.log(e.name); }
                }
                """))
                .containsExactly(
                        "SGVsbG8= Hello Hello true",
                        "InvalidCharacterError",
                        "InvalidCharacterError",
                        "InvalidCharacterError");
    }

    @Test
    void urls_are_read_as_browsers_do() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(
                "https://User:pa ss@EXAMPLE.com:443/a/../b c/%7e?q=a b'#f g",
                "https://User:pa%20ss@example.com/b%20c/%7e?q=a%20b%27#f%20g");
        expected.put("../x?y#z < http://h:8080/a/b/c?d", "http://h:8080/a/x?y#z");
        expected.put("//other/p < https://h/a", "https://other/p");
        expected.put("?q < http://h/a/b?c#d", "http://h/a/b?q");
        expected.put("#f < http://h/a/b?c#d", "http://h/a/b?c#f");
        expected.put("/abs < ws://h:1/a", "ws://h:1/abs");
        expected.put("http:\\\\h\\a", "http://h/a");
        expected.put("http://münchen.de/ä", "http://xn--mnchen-3ya.de/%C3%A4");
        expected.put("http://0x7f.1/", "http://127.0.0.1/");
        expected.put("http://[2001:DB8:0:0:1::1]:80/", "http://[2001:db8::1:0:0:1]/");
        expected.put("http://[::ffff:1.2.3.4]", "http://[::ffff:102:304]/");
        expected.put("mailto:a@b.c", "mailto:a@b.c");
        expected.put("data:text/plain,hi there", "data:text/plain,hi there");
        expected.put("file:///tmp/x", "file:///tmp/x");
        expected.put("http://h", "http://h/");
        expected.put("http://h/a/.", "http://h/a/");
        expected.put("foo://h/p/../q", "foo://h/q");
        for (String wrong : List.of(
                "/path",
                "http://",
                "http://a b/",
                "http://h:99999/",
                "http://[::1",
                "http://1.2.3.256/",
                "http:///?x")) {
            expected.put(wrong, "TypeError");
        }
        String script = """
                export default function () {
                    for (const input of JSON.parse(__ENV.INPUTS)) {
                        try {
                            console.log(new URL(...input.split(' < ')).href);
                        } catch (e) {
                            console.log(e.name);
                        }
                    }
                }
                """;
        try (ScriptRun run = ScriptRun.of(script).env("INPUTS", Json.write(List.copyOf(expected.keySet())))) {
            assertThat(run.printed()).containsExactlyElementsOf(expected.values());
        }
    }

    @Test
    void parts_of_urls_and_their_parameters_can_be_changed() {
        assertThat(print("""
                const url = new URL('https://u:p@h:8443/a?x=1&x=2&y=a+b%20c#f');
                console.log(url.origin, url.host, url.hostname, url.port, url.pathname, url.search, url.hash, url.username, url.password);
                console.log(url.searchParams.getAll('x').join(), url.searchParams.get('y'), url.searchParams.get('z'));
                url.searchParams.append('k', 'v &=');
                url.searchParams.delete('x');
                url.pathname = '/b c';
                url.port = '443';
                url.hash = '';
                console.log(String(url), JSON.stringify({ url }));
                url.search = '?n=1';
                console.log(url.searchParams.get('n'), url.searchParams.size);
                url.host = 'other:99';
                url.protocol = 'http';
                console.log(url.href);
                const params = new URLSearchParams({ b: 2, a: "it's" });
                params.sort();
                console.log(params.toString(), [...new URLSearchParams([['p', 'q']])].join(), [...params.keys()].join());
                """))
                .containsExactly(
                        "https://h:8443 h:8443 h 8443 /a ?x=1&x=2&y=a+b%20c #f u p",
                        "1,2 a b c null",
                        "https://u:p@h/b%20c?y=a+b+c&k=v+%26%3D {\"url\":\"https://u:p@h/b%20c?y=a+b+c&k=v+%26%3D\"}",
                        "1 1",
                        "http://u:p@other:99/b%20c?n=1",
                        "a=it%27s&b=2 p,q a,b");
    }

    @Test
    void structures_are_cloned_with_their_cycles() {
        assertThat(print("""
                const original = { date: new Date(0), map: new Map([['k', { v: 1 }]]), set: new Set([1]), list: [1, , 3],
                    bytes: new Uint8Array([1, 2]), re: /a/gi, error: new TypeError('t'), nothing: undefined };
                original.self = original;
                const clone = structuredClone(original);
                original.map.get('k').v = 2;
                original.bytes[0] = 9;
                console.log(clone !== original, clone.self === clone, clone.date.getTime(), clone.map.get('k').v,
                    clone.set.has(1), clone.list.length, clone.bytes[0], clone.re.flags, clone.error instanceof TypeError,
                    'nothing' in clone);
                try { structuredClone({ f() {} }); } catch (e) { console.log(e.name); }
                """)).containsExactly("true true 0 1 true 3 1 gi true true", "DataCloneError");
    }

    @Test
    void performance_counts_up_and_globals_may_be_replaced_or_hidden() {
        assertThat(print("""
                const start = performance.now();
                let n = 0;
                while (performance.now() - start < 1) { n++; }
                console.log(n > 0, performance.timeOrigin > 1.6e12, typeof setTimeout, 'URL' in globalThis);
                const URL = 1;
                globalThis.setTimeout = 'mine';
                console.log(URL, setTimeout, Object.keys(globalThis).includes('atob'));
                """)).containsExactly("true true function true", "1 mine false");
    }
}
