package io.mockarty.perf.module.util;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class CryptoModuleTest {

    private static List<String> printed(String script) {
        try (ScriptRun run = ScriptRun.of(script)) {
            return run.printed();
        }
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
                            console.log(crypto.md4('abc', 'hex'), crypto.md4('', 'hex'));
                            console.log(crypto.ripemd160('abc', 'hex'), crypto.ripemd160('', 'hex'));
                            console.log(crypto.md4('1234567890'.repeat(8), 'hex'), crypto.ripemd160('1234567890'.repeat(8), 'hex'));
                            console.log(crypto.hmac('ripemd160', '\\x0b'.repeat(20), 'Hi There', 'hex'));
                            const again = crypto.createHMAC('ripemd160', '\\x0b'.repeat(20));
                            again.update('Hi ');
                            again.digest('hex');
                            again.update('There');
                            console.log(again.digest('hex'));
                            try { crypto.createHash('md3'); } catch (e) { console.log(e.message); }
                        };
                        """))
                .containsExactly(
                        "fc3ff98e8c6a0d3087d515c0473f8677",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "430ce34d020724ed75a196dfc2ad67c77772d169 QwzjTQIHJO11oZbfwq1nx3dy0Wk=",
                        "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                        "01ab 8",
                        "a448017aaf21d8525fc10ae87aa6729d 31d6cfe0d16ae931b73c59d7e0c089c0",
                        "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc 9c1185a5c5e9fc54612808977ee8f548b2258d31",
                        "e33b4ddc9c38f2199c3e7b164fcc0536 9b752e45573d4b39f4dbd3323cab82bf63326bfb",
                        "24cb4bd67d20fc1a5d2ed7732dcc39377f0a5668",
                        "24cb4bd67d20fc1a5d2ed7732dcc39377f0a5668",
                        "crypto: \"md3\" (expected: md4, md5, sha1, sha256, sha384, sha512, sha512_224, sha512_256 or ripemd160)");
    }
}
