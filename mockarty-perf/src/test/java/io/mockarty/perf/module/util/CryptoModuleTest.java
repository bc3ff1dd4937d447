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
}
