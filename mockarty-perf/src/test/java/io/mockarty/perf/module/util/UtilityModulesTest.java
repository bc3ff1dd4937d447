package io.mockarty.perf.module.util;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtilityModulesTest {

    private static List<String> printed(String script) {
        try (ScriptRun run = ScriptRun.of(script)) {
            return run.printed();
        }
    }

    @Test
    void base64_has_four_variants() {
        assertThat(printed("""
                        import encoding from 'k6/encoding';
                        import { b64encode, b64decode } from 'k6/encoding';
                        export default () => {
                            console.log(b64encode('hello world'), b64encode('<<???>>', 'url'), b64encode('a', 'rawstd'), b64encode(new Uint8Array([255, 254]).buffer));
                            console.log(b64decode('aGVsbG8gd29ybGQ=', 'std', 's'), new Uint8Array(b64decode('//4='))[0]);
                            console.log(encoding.base64Decode(encoding.base64Encode('Hello, World!')), encoding.jsonStringify(encoding.jsonParse('{"name":"Alice"}')));
                        };
                        """))
                .containsExactly(
                        "aGVsbG8gd29ybGQ= PDw_Pz8-Pg== YQ //4=",
                        "hello world 255",
                        "Hello, World! {\"name\":\"Alice\"}");
    }

    @Test
    void hashes_are_those_of_the_standards() {
        assertThat(printed("""
                        import crypto from 'k6/crypto';
                        export default () => {
                            console.log(crypto.md5('hello world!', 'hex'));
                            console.log(crypto.sha256('abc', 'hex'));
                            const hash = crypto.createHash('sha1');
                            hash.update('hello ');
                            hash.update('world!');
                            console.log(hash.digest('hex'), hash.digest('base64'));
                            console.log(crypto.hmac('sha256', 'key', 'The quick brown fox jumps over the lazy dog', 'hex'));
                            console.log(crypto.hexEncode(new Uint8Array([1, 171]).buffer), crypto.randomBytes(8).byteLength);
                            try { crypto.md4('a', 'hex'); } catch (e) { console.log(e.message); }
                        };
                        """))
                .containsExactly(
                        "fc3ff98e8c6a0d3087d515c0473f8677",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "430ce34d020724ed75a196dfc2ad67c77772d169 QwzjTQIHJO11oZbfwq1nx3dy0Wk=",
                        "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                        "01ab 8",
                        "crypto: \"md4\" (expected: md5, sha1, sha256, sha384, sha512, sha512_224 or sha512_256; md4 and ripemd160 are not in Java)");
    }

    @Test
    void shared_arrays_are_made_once_and_cannot_be_changed() {
        assertThat(printed("""
                        import { SharedArray } from 'k6/data';
                        const data = require('mockarty/data');
                        const users = new SharedArray('users', () => [{ name: 'alice' }, { name: 'bob' }]);
                        const same = data.SharedArray('users', () => { throw new Error('made twice'); });
                        export default () => {
                            console.log(users.length, users[1].name, users.get(0).name, same.length, users[2] === undefined);
                            console.log([...users].map((u) => u.name).join(), users.filter((u) => u.name > 'b').length);
                            for (const change of [() => { 'use strict'; users[0] = 1; }, () => { 'use strict'; users[0].name = 'x'; }]) {
                                try { change(); console.log('changed'); } catch (e) { console.log(e instanceof TypeError); }
                            }
                        };
                        """)).containsExactly("2 bob alice 2 true", "alice,bob 1", "true", "true");
    }

    @Test
    void every_function_of_the_faker_that_is_documented_invents_something() {
        assertThat(printed("""
                        const faker = require('mockarty/faker');
                        const names = 'firstName firstNameMale firstNameFemale lastName name titleMale titleFemale email username password url domainName ipv4 ipv6 macAddress uuid uuidDigit latitude longitude date timeString monthName yearString dayOfWeek dayOfMonth timestamp unixTime rfc3339 century timezone timePeriod word sentence paragraph ccType ccNumber currency amountWithCurrency phoneNumber tollFreePhoneNumber e164PhoneNumber bool positiveInt negativeInt jwt'.split(' ');
                        module.exports.default = function () {
                            const missing = names.filter((name) => { const value = faker[name](); return value === undefined || value === null || value === ''; });
                            console.log(names.length, missing.join());
                            try { faker.frstName(); } catch (e) { console.log(e.message.includes('FirstName')); }
                        };
                        """)).containsExactly("45 ", "true");
    }

    @Test
    void the_faker_repeats_itself_with_a_seed() {
        String script =
                "import faker from 'mockarty/faker'; export default () => console.log(faker.name(), faker.uuid());";
        try (ScriptRun one = ScriptRun.of(script).option("seed", 7L);
                ScriptRun two = ScriptRun.of(script).option("seed", 7L)) {
            assertThat(one.printed()).isEqualTo(two.printed());
        }
    }

    @Test
    void timers_run_before_the_iteration_ends() {
        assertThat(printed("""
                        import { setTimeout as later } from 'k6/timers';
                        export default function () {
                            later(() => console.log('second'), 20);
                            setTimeout((word) => console.log(word), 5, 'first');
                            clearTimeout(setTimeout(() => console.log('never'), 1));
                            let count = 0;
                            const timer = setInterval(() => { if (++count === 3) { clearInterval(timer); console.log('third'); } }, 15);
                            queueMicrotask(() => console.log('micro'));
                            console.log('zeroth');
                        }
                        """)).containsExactly("zeroth", "micro", "first", "second", "third");
    }

    @Test
    void what_browsers_offer_is_there() {
        assertThat(printed("""
                        export default async function () {
                            console.log(new TextDecoder().decode(new TextEncoder().encode('grüße')), new TextEncoder().encode('é').length);
                            const url = new URL('../b?x=1&y=a%20b#top', 'http://user:pw@Host:8080/a/c');
                            url.searchParams.append('z', '&');
                            console.log(url.href, url.host, url.searchParams.get('y'), url.origin, url.hash);
                            console.log(new URLSearchParams({ a: '1', b: 'c d' }).toString(), URL.canParse('nope'));
                            console.log(atob(btoa('hi')), crypto.randomUUID().length, crypto.getRandomValues(new Uint8Array(4)).length);
                            console.log(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('abc')))[0]);
                            console.log(structuredClone({ a: [new Map([[1, { b: 2 }]])] }).a[0].get(1).b, performance.now() >= 0);
                            try { new URL('nope'); } catch (e) { console.log(e.message); }
                        }
                        """))
                .containsExactly(
                        "grüße 2",
                        "http://user:pw@host:8080/b?x=1&y=a+b&z=%26#top host:8080 a b http://host:8080 #top",
                        "a=1&b=c+d false",
                        "hi 36 4",
                        "186",
                        "2 true",
                        "Invalid URL: nope");
    }
}
