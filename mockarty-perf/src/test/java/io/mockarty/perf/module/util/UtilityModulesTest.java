package io.mockarty.perf.module.util;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UtilityModulesTest {

    private static List<String> print(String imports, String body) {
        try (ScriptRun run = ScriptRun.of(imports + "\nexport default function () {" + body + "}")) {
            return run.printed();
        }
    }

    @Test
    void base64_comes_in_four_variants() {
        assertThat(print("import encoding from 'k6/encoding';", """
                for (const variant of ['std', 'rawstd', 'url', 'rawurl']) {
                    const text = encoding.b64encode('sub?ject~~', variant);
                    console.log(text + ' ' + encoding.b64decode(text, variant, 's'));
                }
                console.log(encoding.b64encode(new Uint8Array([255, 254, 0]).buffer));
                console.log(new Uint8Array(encoding.b64decode('//4A')).join());
                """))
                .containsExactly(
                        "c3ViP2plY3R+fg== sub?ject~~",
                        "c3ViP2plY3R+fg sub?ject~~",
                        "c3ViP2plY3R-fg== sub?ject~~",
                        "c3ViP2plY3R-fg sub?ject~~",
                        "//4A",
                        "255,254,0");
    }

    @Test
    void malformed_base64_is_an_error_that_scripts_can_catch() {
        assertThat(print("import encoding from 'k6/encoding';", """
                for (const text of ['a$==', 'YQ', 'Y']) {
                    try {
                        encoding.b64decode(text);
                    } catch (e) {
                        console.log(e instanceof Error, e.message);
                    }
                }
                """))
                .containsExactly(
                        "true b64decode: \"a$==\" as std (expected: letters of Base64)",
                        "true b64decode: \"YQ\" as std (expected: padding with =)",
                        "true b64decode: \"Y\" as std (expected: padding with =)");
    }

    @Test
    void encodings_of_the_product_are_there_for_common_js() {
        try (ScriptRun run = ScriptRun.of("""
                var encoding = require('mockarty/encoding');
                module.exports.default = function () {
                    console.log(encoding.jsonParse('{"name":"Alice"}').name);
                    console.log(encoding.jsonStringify({ name: 'Alice' }));
                    console.log(encoding.base64Encode('Hello, World!'));
                    console.log(encoding.base64Decode('SGVsbG8sIFdvcmxkIQ=='));
                };
                """)) {
            assertThat(run.printed())
                    .containsExactly("Alice", "{\"name\":\"Alice\"}", "SGVsbG8sIFdvcmxkIQ==", "Hello, World!");
        }
    }

    @Test
    void timers_run_in_order_before_the_iteration_ends() {
        assertThat(print("import { setTimeout as later, clearTimeout } from 'k6/timers';", """
                later((a, b) => console.log('second', a, b), 20, 1, 2);
                setTimeout(() => console.log('first'), 1);
                clearTimeout(later(() => console.log('never'), 5));
                let times = 0;
                const id = setInterval(() => {
                    console.log('tick');
                    if (++times === 3) {
                        clearInterval(id);
                        setTimeout(() => console.log('last'), 30);
                    }
                }, 0.1);
                Promise.resolve().then(() => console.log('micro'));
                queueMicrotask(() => console.log('micro two'));
                console.log('now');
                """))
                .startsWith("now", "micro", "micro two")
                .containsSubsequence("tick", "tick", "tick", "last")
                .containsSubsequence("first", "second 1 2")
                .doesNotContain("never");
    }

    @Test
    void an_error_in_a_timer_fails_the_iteration_and_no_other() {
        try (ScriptRun run = ScriptRun.of("""
                let iteration = 0;
                export default function () {
                    if (iteration++ === 0) {
                        setTimeout(() => { throw new Error('late'); }, 1);
                        setTimeout(() => console.log('dropped'), 10);
                    }
                }
                """)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors()).containsKey("Error: late");
            assertThat(run.iterate()).isEqualTo(Outcome.COMPLETED);
            assertThat(run.lines()).noneMatch(line -> line.contains("dropped"));
        }
    }

    @Test
    void what_is_no_function_is_refused_as_a_timer() {
        assertThat(print("", "try { setTimeout('x', 1); } catch (e) { console.log(String(e)); }"))
                .containsExactly("TypeError: setTimeout: x (expected: a function)");
    }

    @Test
    void faker_has_all_functions_that_are_documented() {
        String names = "firstName, firstNameMale, firstNameFemale, lastName, name, titleMale, titleFemale, email,"
                + " username, password, url, domainName, ipv4, ipv6, macAddress, uuid, uuidDigit, latitude, longitude,"
                + " date, timeString, monthName, yearString, dayOfWeek, dayOfMonth, timestamp, unixTime, rfc3339,"
                + " century, timezone, timePeriod, word, sentence, paragraph, ccType, ccNumber, currency,"
                + " amountWithCurrency, phoneNumber, tollFreePhoneNumber, e164PhoneNumber, bool, positiveInt,"
                + " negativeInt, jwt";
        assertThat(print("import faker, { email } from 'mockarty/faker';", """
                const bad = '%s'.split(/, */).filter((name) => {
                    const value = faker[name]();
                    return value === undefined || value === null || value === '';
                });
                console.log(bad.length, typeof faker.positiveInt(), typeof faker.bool(), email().includes('@'));
                """.formatted(names)))
                .containsExactly("0 number boolean true");
    }

    @Test
    void faker_repeats_itself_when_the_run_has_a_seed() {
        String script = """
                import faker from 'mockarty/faker';
                export default function () { console.log(faker.name(), faker.uuid()); }
                """;
        try (ScriptRun one = ScriptRun.of(script).option("seed", 7L);
                ScriptRun same = ScriptRun.of(script).option("seed", 7L);
                ScriptRun other = ScriptRun.of(script).option("seed", 8L)) {
            List<String> printed = one.printed();
            assertThat(same.printed()).isEqualTo(printed);
            assertThat(other.printed()).isNotEqualTo(printed);
            assertThat(one.printed()).isNotEqualTo(printed);
        }
    }

    @Test
    void faker_tells_what_arguments_it_expected() {
        assertThat(print(
                        "import faker from 'mockarty/faker';",
                        "try { faker.intRange(5, 1) } catch (e) { console.log(e.message); }"
                                + "const n = faker.intRange(3, 4); console.log(n === 3 || n === 4);"))
                .satisfies(lines ->
                        assertThat(lines.get(0)).startsWith("faker.IntRange").contains("expected: "))
                .endsWith("true");
    }
}
