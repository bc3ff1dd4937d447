package io.mockarty.perf.module.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.perf.LoadTest;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptLoadException;
import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedArrayTest {

    private static final String USERS = """
            import { SharedArray } from 'k6/data';
            const users = new SharedArray('users', () => [{ name: 'alice', tags: ['a'] }, { name: 'bob' }, 'x', 4, null]);
            """;

    private static List<String> print(String body) {
        try (ScriptRun run = ScriptRun.of(USERS + "export default function () {" + body + "}")) {
            return run.printed();
        }
    }

    @Test
    void elements_are_found_by_index_by_get_and_by_iterating() {
        assertThat(print("""
                console.log(users.length, users[0].name, users.get(1).name, users[2], users[3], users[4]);
                console.log(users[5], users[-1], users.get(9), users.at(-2));
                const names = [];
                for (const user of users) { names.push(user?.name); }
                console.log(names.join(), [...users].length, users.map((u) => typeof u).join());
                console.log(Array.isArray(users), users.findIndex((u) => u?.name === 'bob'), Object.keys(users).join());
                console.log(JSON.stringify(users), 1 in users, 7 in users);
                users.forEach((u, i) => i === 3 && console.log(u));
                """))
                .containsExactly(
                        "5 alice bob x 4 null",
                        "undefined undefined undefined 4",
                        "alice,bob,,, 5 object,object,string,number,object",
                        "true 1 0,1,2,3,4",
                        "[{\"name\":\"alice\",\"tags\":[\"a\"]},{\"name\":\"bob\"},\"x\",4,null] true false",
                        "4");
    }

    @Test
    void elements_cannot_be_changed() {
        assertThat(print("""
                for (const change of [
                    () => { users[0] = 1; },
                    () => { users.push(1); },
                    () => { users.length = 0; },
                    () => { delete users[0]; },
                    () => { 'use strict'; users[0].name = 'eve'; },
                    () => { 'use strict'; users[0].tags.push('b'); },
                ]) {
                    try { change(); console.log('changed'); } catch (e) { console.log(e instanceof TypeError); }
                }
                console.log(users.length, users[0].name, users[0].tags.length);
                """)).containsExactly("true", "true", "true", "true", "true", "true", "5 alice 1");
    }

    @Test
    void the_factory_runs_once_for_all_users_and_for_finding_out_the_options() throws InterruptedException {
        List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        LoadTest.inline("""
                        import { SharedArray } from 'k6/data';
                        const users = new SharedArray('users', () => { console.log('made'); return [1, 2, 3]; });
                        export const options = { vus: 5, iterations: 5 };
                        export default function () { console.log(users.length); }
                        """).log((level, line) -> lines.add(line)).run();
        assertThat(lines).containsOnlyOnce("made").filteredOn("3"::equals).hasSize(5);
    }

    @Test
    void the_call_of_the_product_works_while_iterating() {
        try (ScriptRun run = ScriptRun.of("""
                var data = require('mockarty/data');
                module.exports.default = function () {
                    var users = data.SharedArray('users', function () {
                        console.log('made');
                        return [{ username: 'alice', password: 'pass123' }];
                    });
                    var idx = Math.floor(Math.random() * users.length);
                    console.log(JSON.stringify(users.get(idx)));
                };
                """)) {
            assertThat(run.printed()).containsExactly("made", "{\"username\":\"alice\",\"password\":\"pass123\"}");
            assertThat(run.printed()).containsExactly("{\"username\":\"alice\",\"password\":\"pass123\"}");
        }
    }

    @Test
    void k6_arrays_are_made_while_the_script_is_loaded() {
        try (ScriptRun run = ScriptRun.of("""
                import { SharedArray } from 'k6/data';
                export default function () { new SharedArray('late', () => []); }
                """)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors().keySet())
                    .containsExactly("Error: SharedArray \"late\" (expected: made outside of the functions that"
                            + " iterations run)");
        }
    }

    @Test
    void what_is_no_array_is_refused() {
        try (ScriptRun run = ScriptRun.of("""
                import { SharedArray } from 'k6/data';
                new SharedArray('wrong', () => ({ a: 1 }));
                export default function () {}
                """)) {
            assertThatThrownBy(run::load)
                    .isInstanceOf(ScriptLoadException.class)
                    .hasMessageContaining("SharedArray \"wrong\": [object Object] (expected: a function that returns");
        }
    }
}
