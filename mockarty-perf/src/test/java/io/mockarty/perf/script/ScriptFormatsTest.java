package io.mockarty.perf.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.perf.schedule.VirtualUser.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFormatsTest {

    @TempDir
    Path directory;

    @Test
    void es_modules_export_options_and_a_default_function() {
        try (ScriptRun run = ScriptRun.of("""
                import { check, group } from 'k6';
                import { Counter } from 'k6/metrics';
                const seen = new Counter('seen');
                export const options = { vus: 3 };
                export function setup() { return { token: 'abc' }; }
                export default function (data) {
                    group('outer', () => check(data, { 'has token': (d) => d.token === 'abc', 'is null': (d) => d === null }));
                    seen.add(2);
                    console.log('iteration', __ITER, 'of', __VU, { a: [1] }, __ENV.WHO);
                }
                """)) {
            assertThat(run.env("WHO", "me").load().options()).containsEntry("vus", 3L);
            assertThat(run.printed()).containsExactly("iteration 0 of 1 {\"a\":[1]} me");
            assertThat(run.printed()).containsExactly("iteration 1 of 1 {\"a\":[1]} me");
            assertThat(run.values("checks")).containsExactly(1.0, 0.0, 1.0, 0.0);
            assertThat(run.sum("seen")).isEqualTo(4);
            assertThat(run.samples().get(0).tags().asMap())
                    .containsEntry("group", "::outer")
                    .containsEntry("check", "has token");
        }
    }

    @Test
    void common_js_requires_modules_and_finds_globals() {
        try (ScriptRun run = ScriptRun.of("""
                var core = require('mockarty/core');
                var seen = new Trend('seen');
                module.exports.options = { vus: 2 };
                module.exports.default = function () {
                    seen.add(1.5);
                    check(1, { one: function (v) { return v === 1; } });
                    core.group('g', function () { console.log('in group'); });
                };
                """)) {
            assertThat(run.load().options()).containsEntry("vus", 2L);
            assertThat(run.printed()).containsExactly("in group");
            assertThat(run.values("seen")).containsExactly(1.5);
        }
    }

    @Test
    void scripts_that_export_nothing_and_use_mk_run_as_a_whole() {
        try (ScriptRun run = ScriptRun.of("""
                mk.test('adds up', function () { mk.expect(1 + 1).to.equal(2); });
                pm.test('does not', function () { pm.expect({ a: 1 }).to.have.property('b'); });
                """)) {
            assertThat(run.printed()).containsExactly("warn: does not: expected {\"a\":1} to have property b");
            assertThat(run.values("checks")).containsExactly(1.0, 0.0);
        }
    }

    @Test
    void files_beside_the_script_are_imported_whatever_they_are() throws IOException {
        Files.createDirectories(directory.resolve("lib/deep"));
        Files.writeString(directory.resolve("lib/a.js"), "import { b } from './deep/b.js'; export const a = b + 1;");
        Files.writeString(directory.resolve("lib/deep/b.js"), "export const b = 41;");
        Files.writeString(directory.resolve("lib/old.js"), "module.exports = { name: 'old', up: require('./data') };");
        Files.writeString(directory.resolve("lib/data.json"), "{\"n\": [1, 2]}");
        Files.writeString(directory.resolve("text.txt"), "hello");
        Path main = Files.writeString(directory.resolve("main.js"), """
                import { a } from './lib/a.js';
                import old from './lib/old.js';
                import data from './lib/data.json';
                const again = require('./lib/old');
                const text = open('./text.txt');
                const bytes = open('text.txt', 'b');
                export default () => console.log(a, old.name, data.n[1], again.up.n[0], text, bytes.byteLength);
                """);
        try (ScriptRun run = ScriptRun.of(ScriptSource.of(main))) {
            assertThat(run.printed()).containsExactly("42 old 2 1 hello 5");
        }
    }

    @Test
    void json_is_imported_with_attributes_too() throws IOException {
        Files.writeString(directory.resolve("data.json"), "{\"n\": 7}");
        Path main = Files.writeString(
                directory.resolve("main.js"),
                "import data from './data.json' with { type: 'json' }; export default () => console.log(data.n);");
        try (ScriptRun run = ScriptRun.of(ScriptSource.of(main))) {
            assertThat(run.printed()).containsExactly("7");
        }
    }

    @Test
    void promises_and_timers_are_waited_for() {
        try (ScriptRun run = ScriptRun.of("""
                export default async function () {
                    await Promise.resolve();
                    console.log('after');
                    throw new TypeError('late');
                }
                """)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.lines().get(0)).isEqualTo("after");
            assertThat(run.errors()).containsEntry("TypeError: late", 1L);
        }
    }

    @Test
    void a_syntax_error_shows_file_line_column_and_source() {
        assertThatThrownBy(() -> ScriptRun.of(
                                "import http from 'k6/http';\nexport default function () {\n  let x = = 3;\n}")
                        .load())
                .isInstanceOf(ScriptLoadException.class)
                .hasMessageStartingWith("inline.js:3:11: SyntaxError: ")
                .hasMessageEndingWith("\n    let x = = 3;\n            ^");
    }

    @Test
    void the_mark_below_a_line_with_tabs_stands_at_its_place() {
        assertThatThrownBy(() -> ScriptRun.of("export default function () {\n\t\tlet x = = 3;\n}")
                        .load())
                .isInstanceOf(ScriptLoadException.class)
                .hasMessageStartingWith("inline.js:2:11: SyntaxError: ")
                .hasMessageEndingWith("\n    let x = = 3;\n            ^");
    }

    @Test
    void all_unknown_modules_are_told_at_once_with_suggestions() {
        assertThatThrownBy(() -> ScriptRun.of("""
                                import { a } from 'k6/metric';
                                import { browser } from 'k6/browser';
                                import x from 'k6/x/kafka';
                                import y from 'https://jslib.k6.io/k6-utils/1.0.0/index.js';
                                export default function () {}
                                """).load())
                .isInstanceOf(ScriptLoadException.class)
                .hasMessageContaining("unknown modules:")
                .hasMessageContaining("k6/metric (did you mean k6/metrics?)")
                .hasMessageContaining("k6/browser (browsers are not driven here")
                .hasMessageContaining("k6/x/kafka (extensions of k6 are written in Go")
                .hasMessageContaining("https://jslib.k6.io/k6-utils/1.0.0/index.js (modules are not fetched");
    }

    @Test
    void files_outside_the_directory_are_refused() {
        assertThatThrownBy(() -> ScriptRun.of("open('../../etc/passwd'); export default () => 1;")
                        .load())
                .isInstanceOf(ScriptLoadException.class)
                .hasMessageContaining("open: ../../etc/passwd is outside the directory of the script");
    }

    @Test
    void what_the_script_throws_while_it_is_loaded_has_a_place() {
        assertThatThrownBy(() -> ScriptRun.of("export default () => 1;\nundefinedFunction();")
                        .load())
                .isInstanceOf(ScriptLoadException.class)
                .hasMessageContaining("ReferenceError: undefinedFunction is not defined")
                .hasMessageContaining("inline.js:2:1");
    }

    @Test
    void chance_repeats_itself_with_a_seed() {
        String script = "export default () => console.log(Math.random(), Math.random());";
        try (ScriptRun one = ScriptRun.of(script).option("seed", 7L);
                ScriptRun two = ScriptRun.of(script).option("seed", 7L);
                ScriptRun other = ScriptRun.of(script).option("seed", 8L)) {
            var numbers = one.printed();
            assertThat(two.printed()).isEqualTo(numbers);
            assertThat(other.printed()).isNotEqualTo(numbers);
        }
    }

    @Test
    void errors_of_modules_can_be_caught() {
        try (ScriptRun run = ScriptRun.of("""
                import { check } from 'k6';
                import sql from 'mockarty/sql';
                export default () => {
                    try { check(1, { 'a::b': true }); } catch (e) { console.log(e instanceof Error, e.message); }
                    try { sql.open('oracle', 'x'); } catch (e) { console.log(e.name, `${e}`); }
                };
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "true check: \"a::b\" (expected: a name without ::)",
                            "Error Error: sql.open: driver \"oracle\" (expected: postgres)");
        }
    }

    @Test
    void endless_loops_and_sleepers_are_cut_off() throws InterruptedException {
        for (String body :
                new String[] {"while (true) {}", "sleep(600);", "for (;;) { try { sleep(600); } catch (e) {} }"}) {
            try (ScriptRun run = ScriptRun.of("export default () => { console.log('running'); " + body + " };")) {
                run.load();
                Outcome[] outcome = new Outcome[1];
                Thread thread = new Thread(() -> outcome[0] = run.iterate());
                thread.start();
                while (run.lines().isEmpty()) {
                    Thread.onSpinWait();
                }
                run.cancel();
                thread.join(10_000);
                assertThat(outcome[0]).as(body).isEqualTo(Outcome.INTERRUPTED);
            }
        }
    }

    @Test
    void an_aborting_script_cannot_go_on() {
        try (ScriptRun run = ScriptRun.of("""
                import exec from 'k6/execution';
                export default () => {
                    try { exec.test.abort('enough'); } catch (e) { console.log('caught'); }
                    console.log('went on');
                };
                """)) {
            assertThat(run.iterate()).isEqualTo(Outcome.ABORTED);
            assertThat(run.lines()).isEmpty();
            assertThat(run.ends()).containsExactly("abort: enough");
        }
    }
}
