package io.mockarty.perf.module.webcrypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The global {@code crypto}, against the test vectors of the standards it implements. */
class WebCryptoTest {

    private static final String HELPERS = """
            import encoding from 'k6/encoding';
            const hex = (bytes) => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('');
            const unhex = (text) => new Uint8Array(text.match(/../g).map((pair) => parseInt(pair, 16)));
            const utf8 = (text) => new TextEncoder().encode(text);
            """;

    private static List<String> printed(String body) {
        try (ScriptRun run = ScriptRun.of(HELPERS + "export default async () => {" + body + "};")) {
            return run.printed();
        }
    }

    @Test
    void digests_are_those_of_fips_180() {
        assertThat(printed("""
                        for (const name of ['SHA-1', 'SHA-256', { name: 'sha-384' }]) {
                            console.log(hex(await crypto.subtle.digest(name, utf8('abc'))));
                        }
                        """))
                .containsExactly(
                        "a9993e364706816aba3e25717850c26c9cd0d89d",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7");
    }

    @Test
    void hmac_is_that_of_rfc_4231() {
        assertThat(printed("""
                        const algorithm = { name: 'HMAC', hash: 'SHA-256' };
                        const key = await crypto.subtle.importKey('raw', utf8('Jefe'), algorithm, false, ['sign', 'verify']);
                        const mac = await crypto.subtle.sign('HMAC', key, utf8('what do ya want for nothing?'));
                        console.log(hex(mac));
                        console.log(await crypto.subtle.verify('HMAC', key, mac, utf8('what do ya want for nothing?')));
                        console.log(await crypto.subtle.verify('HMAC', key, mac, utf8('something else')));
                        """))
                .containsExactly("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "true", "false");
    }

    @Test
    void aes_gcm_is_that_of_its_first_test_cases() {
        assertThat(printed("""
                        const raw = new Uint8Array(16);
                        const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt', 'decrypt']);
                        const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new Uint8Array(16));
                        console.log(hex(box));
                        console.log(hex(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, box)));
                        const broken = new Uint8Array(box);
                        broken[0] ^= 1;
                        try {
                            await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, broken);
                        } catch (e) {
                            console.log(e.name);
                        }
                        """))
                .containsExactly(
                        "0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf",
                        "00000000000000000000000000000000",
                        "OperationError");
    }

    @Test
    void aes_cbc_and_ctr_are_those_of_sp_800_38a() {
        assertThat(printed("""
                        const raw = unhex('2b7e151628aed2a6abf7158809cf4f3c');
                        const block = unhex('6bc1bee22e409f96e93d7e117393172a');
                        const cbc = await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt']);
                        const iv = unhex('000102030405060708090a0b0c0d0e0f');
                        console.log(hex(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, cbc, block)).substring(0, 32));
                        const ctr = await crypto.subtle.importKey('raw', raw, 'AES-CTR', false, ['encrypt']);
                        const counter = unhex('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');
                        console.log(hex(await crypto.subtle.encrypt({ name: 'AES-CTR', counter, length: 64 }, ctr, block)));
                        """))
                .containsExactly("7649abac8119b246cee98e9b12e9197d", "874d6191b620e3261bef6864990db6ce");
    }

    @Test
    void keys_are_derived_as_rfc_7914_shows_for_pbkdf2() {
        assertThat(printed("""
                        const secret = await crypto.subtle.importKey('raw', utf8('passwd'), 'PBKDF2', false, ['deriveBits', 'deriveKey']);
                        const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8('salt'), iterations: 1 };
                        console.log(hex(await crypto.subtle.deriveBits(algorithm, secret, 256)));
                        const key = await crypto.subtle.deriveKey(algorithm, secret, { name: 'AES-GCM', length: 256 }, true, ['encrypt']);
                        console.log(hex(await crypto.subtle.exportKey('raw', key)));
                        """))
                .containsExactly(
                        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
                        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
    }

    @Test
    void generated_keys_sign_agree_and_encrypt() {
        assertThat(printed("""
                        const data = utf8('some data');
                        const ecdsa = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']);
                        const hash = { name: 'ECDSA', hash: 'SHA-384' };
                        const signature = await crypto.subtle.sign(hash, ecdsa.privateKey, data);
                        console.log(signature.byteLength, await crypto.subtle.verify(hash, ecdsa.publicKey, signature, data));

                        const spki = await crypto.subtle.exportKey('spki', ecdsa.publicKey);
                        const again = await crypto.subtle.importKey(
                            'spki', spki, { name: 'ECDSA', namedCurve: 'P-384' }, true, ['verify']);
                        console.log(await crypto.subtle.verify(hash, again, signature, data));

                        const ecdh = { name: 'ECDH', namedCurve: 'P-256' };
                        const alice = await crypto.subtle.generateKey(ecdh, true, ['deriveBits']);
                        const bob = await crypto.subtle.generateKey(ecdh, true, ['deriveBits']);
                        const bits = (other, own) =>
                            crypto.subtle.deriveBits({ name: 'ECDH', public: other.publicKey }, own.privateKey, 256);
                        console.log(hex(await bits(alice, bob)) === hex(await bits(bob, alice)));

                        const rsa = await crypto.subtle.generateKey(
                            { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
                            true, ['encrypt', 'decrypt']);
                        const sealed = await crypto.subtle.encrypt('RSA-OAEP', rsa.publicKey, data);
                        console.log(new TextDecoder().decode(await crypto.subtle.decrypt('RSA-OAEP', rsa.privateKey, sealed)));
                        """)).containsExactly("96 true", "true", "true", "some data");
    }

    @Test
    void lengths_may_be_strings_as_in_browsers() {
        assertThat(printed("""
                        const key = await crypto.subtle.generateKey({ name: 'AES-CBC', length: '256' }, true, ['encrypt']);
                        console.log(key.algorithm.length === 256, (await crypto.subtle.exportKey('raw', key)).byteLength);
                        """)).containsExactly("true 32");
    }

    @Test
    void keys_are_read_and_written_as_jwk() {
        assertThat(printed("""
                        const jwk = { kty: 'oct', alg: 'A128GCM', ext: true, key_ops: ['encrypt'], k: 'AAECAwQFBgcICQoLDA0ODw' };
                        const key = await crypto.subtle.importKey('jwk', jwk, 'AES-GCM', true, ['encrypt']);
                        console.log(hex(await crypto.subtle.exportKey('raw', key)));
                        console.log((await crypto.subtle.exportKey('jwk', key)).k);
                        """)).containsExactly("000102030405060708090a0b0c0d0e0f", "AAECAwQFBgcICQoLDA0ODw");
    }

    @Test
    void keys_do_only_what_they_were_made_for() {
        assertThat(printed("""
                        const key = await crypto.subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', false, ['decrypt']);
                        for (const attempt of [
                            () => crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new Uint8Array(1)),
                            () => crypto.subtle.exportKey('raw', key),
                            () => crypto.subtle.digest('MD5', new Uint8Array(1)),
                            () => crypto.subtle.importKey('raw', new Uint8Array(5), 'AES-GCM', false, ['encrypt']),
                        ]) {
                            try {
                                await attempt();
                                console.log('done');
                            } catch (e) {
                                console.log(e.name);
                            }
                        }
                        """))
                .containsExactly("InvalidAccessError", "InvalidAccessError", "NotSupportedError", "DataError");
    }

    @Test
    void random_values_fill_what_they_are_given() {
        assertThat(printed("""
                        const bytes = crypto.getRandomValues(new Uint32Array(8));
                        console.log(bytes.length, bytes.some((b) => b !== 0));
                        console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()));
                        """)).containsExactly("8 true", "true");
    }
}
