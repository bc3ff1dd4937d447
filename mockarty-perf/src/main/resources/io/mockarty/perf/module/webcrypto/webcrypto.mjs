// The Web Cryptography API (https://w3c.github.io/webcrypto/) over what Java has.
const { secrets, pairs } = __host('mockarty/internal/webcrypto');

const NONE = new Uint8Array(0);
const HASHES = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];
const BLOCK_BITS = { 'SHA-1': 512, 'SHA-256': 512, 'SHA-384': 1024, 'SHA-512': 1024 };
const CURVE_BITS = { 'P-256': 256, 'P-384': 384, 'P-521': 528 };
const NAMES = ['HMAC', 'AES-CBC', 'AES-CTR', 'AES-GCM', 'RSASSA-PKCS1-v1_5', 'RSA-PSS', 'RSA-OAEP', 'ECDSA', 'ECDH', 'PBKDF2', 'HKDF'];
const PRIVATE_USES = ['sign', 'decrypt', 'unwrapKey', 'deriveKey', 'deriveBits'];

const failure = (name, message) => {
    const error = new Error(message);
    error.name = name;
    return error;
};

// Errors of the host begin with the name that they have in the standard.
const named = (error) => {
    const parts = /^(OperationError|DataError|NotSupportedError): (.*)$/s.exec(error?.message ?? '');
    return parts ? failure(parts[1], parts[2]) : error;
};

const attempt = (action) => {
    try {
        return action();
    } catch (error) {
        throw named(error);
    }
};

const hashOf = (hash) => {
    const name = String(hash?.name ?? hash).toUpperCase();
    if (!HASHES.includes(name)) {
        throw failure('NotSupportedError', 'hash: ' + name + ' (expected: ' + HASHES.join(', ') + ')');
    }
    return name;
};

const normalized = (algorithm) => {
    const given = typeof algorithm === 'string' ? { name: algorithm } : algorithm;
    const name = NAMES.find((known) => known.toUpperCase() === String(given?.name).toUpperCase());
    if (name === undefined) {
        throw failure('NotSupportedError', 'algorithm: ' + given?.name + ' (expected: ' + NAMES.join(', ') + ')');
    }
    return given.length === undefined ? { ...given, name } : { ...given, name, length: Number(given.length) };
};

const isBytes = (data) => data instanceof ArrayBuffer || ArrayBuffer.isView(data);

const bytesOf = (name, data) => {
    if (!isBytes(data)) {
        throw new TypeError(name + ': ' + data + ' (expected: an ArrayBuffer or a typed array)');
    }
    return data;
};

const isRsa = (name) => name.startsWith('RSA');
const isEc = (name) => name.startsWith('EC');
const isAes = (name) => name.startsWith('AES');

let materialOf;

export class CryptoKey {
    #material;

    constructor(token, type, extractable, algorithm, usages, material) {
        if (token !== NONE) {
            throw new TypeError('Illegal constructor');
        }
        this.type = type;
        this.extractable = !!extractable;
        this.algorithm = Object.freeze(algorithm);
        this.usages = Object.freeze([...usages]);
        this.#material = material;
        Object.freeze(this);
    }

    static {
        materialOf = (key) => key.#material;
    }

    get [Symbol.toStringTag]() {
        return 'CryptoKey';
    }
}

const newKey = (...parts) => new CryptoKey(NONE, ...parts);

const use = (key, usage, algorithm) => {
    if (!(key instanceof CryptoKey)) {
        throw new TypeError(usage + ': ' + key + ' (expected: a CryptoKey)');
    }
    if (key.algorithm.name !== algorithm.name) {
        throw failure('InvalidAccessError', usage + ': a key of ' + key.algorithm.name + ' (expected: ' + algorithm.name + ')');
    }
    if (!key.usages.includes(usage)) {
        throw failure('InvalidAccessError', usage + ': a key for ' + (key.usages.join(', ') || 'nothing') + ' (expected: ' + usage + ')');
    }
    return materialOf(key);
};

const pairAlgorithm = (algorithm, jwk) =>
    isRsa(algorithm.name)
        ? { name: algorithm.name, hash: { name: hashOf(algorithm.hash) }, ...jwk }
        : { name: algorithm.name, namedCurve: algorithm.namedCurve };

const secretAlgorithm = (algorithm, length) => {
    if (algorithm.name === 'HMAC') {
        return { name: 'HMAC', hash: { name: hashOf(algorithm.hash) }, length };
    }
    return isAes(algorithm.name) ? { name: algorithm.name, length } : { name: algorithm.name };
};

const requireUsages = (usages) => {
    if (usages.length === 0) {
        throw failure('SyntaxError', 'usages: none (expected: such as sign or encrypt)');
    }
};

const requireAesLength = (length) => {
    if (![128, 192, 256].includes(length)) {
        throw failure('DataError', 'length: ' + length + ' (expected: 128, 192 or 256)');
    }
};

// RSA and elliptic curves.
const importPair = (format, data, algorithm, extractable, usages) => {
    const raw = format === 'raw' || format === 'jwk' || format === 'spki' || format === 'pkcs8';
    if (!raw || (format === 'raw' && isRsa(algorithm.name))) {
        throw failure('NotSupportedError', 'format: ' + format + ' (expected: spki, pkcs8 or jwk)');
    }
    const material = attempt(() =>
        pairs.read(isRsa(algorithm.name) ? 'RSA' : 'EC', format, algorithm.namedCurve ?? '', data),
    );
    const type = material.isPrivate() ? 'private' : 'public';
    return newKey(type, extractable, pairAlgorithm(algorithm), usages, material);
};

const importSecret = (format, data, algorithm, extractable, usages) => {
    let bytes;
    if (format === 'raw') {
        bytes = bytesOf('keyData', data);
    } else if (format === 'jwk' && data?.kty === 'oct') {
        bytes = attempt(() => secrets.unbase64(String(data.k)));
    } else {
        throw failure(format === 'jwk' ? 'DataError' : 'NotSupportedError', 'format: ' + format + ' (expected: raw, or jwk of kty oct)');
    }
    const material = new Uint8Array(bytes instanceof ArrayBuffer ? bytes.slice(0) : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (isAes(algorithm.name)) {
        requireAesLength(material.length * 8);
    }
    return newKey('secret', extractable, secretAlgorithm(algorithm, material.length * 8), usages, material);
};

const tagBits = (algorithm) => algorithm.tagLength ?? 128;

const aes = (algorithm, encrypt, material, data) => {
    const start = algorithm.name === 'AES-CTR' ? algorithm.counter : algorithm.iv;
    bytesOf(algorithm.name === 'AES-CTR' ? 'counter' : 'iv', start);
    if (algorithm.name !== 'AES-GCM' && start.byteLength !== 16) {
        throw failure('OperationError', algorithm.name + ': ' + start.byteLength + ' bytes to start with (expected: 16)');
    }
    const more = algorithm.additionalData ?? NONE;
    return secrets.aes(algorithm.name.slice(4), encrypt, material, start, tagBits(algorithm), more, bytesOf('data', data));
};

const cipher = (algorithm, encrypt, material, data) => {
    if (isAes(algorithm.name)) {
        return aes(algorithm, encrypt, material, data);
    }
    if (algorithm.name === 'RSA-OAEP') {
        return null;
    }
    throw failure('NotSupportedError', algorithm.name + ' does not encrypt');
};

const derived = (algorithm, key, bits, usage) => {
    if (algorithm.name === 'ECDH') {
        const mine = use(key, usage, algorithm);
        const secret = attempt(() => pairs.agree(mine, materialOf(algorithm.public)));
        const available = CURVE_BITS[key.algorithm.namedCurve] ?? secret.byteLength * 8;
        if (bits > available) {
            throw failure('OperationError', 'length: ' + bits + ' (expected: ' + available + ' or less)');
        }
        return bits === null || bits === undefined ? secret : secret.slice(0, Math.ceil(bits / 8));
    }
    const secret = use(key, usage, algorithm);
    if (!(bits > 0) || bits % 8 !== 0) {
        throw failure('OperationError', 'length: ' + bits + ' (expected: a multiple of 8)');
    }
    const hash = hashOf(algorithm.hash);
    return attempt(() =>
        algorithm.name === 'PBKDF2'
            ? secrets.pbkdf2(hash, secret, bytesOf('salt', algorithm.salt), algorithm.iterations, bits / 8)
            : secrets.hkdf(hash, secret, bytesOf('salt', algorithm.salt), bytesOf('info', algorithm.info), bits / 8),
    );
};

const lengthOf = (algorithm) =>
    algorithm.name === 'HMAC' ? (algorithm.length ?? BLOCK_BITS[hashOf(algorithm.hash)]) : algorithm.length;

export class SubtleCrypto {
    async digest(algorithm, data) {
        const hash = hashOf(algorithm);
        return attempt(() => secrets.digest(hash, bytesOf('data', data)));
    }

    async generateKey(given, extractable, usages) {
        const algorithm = normalized(given);
        requireUsages(usages);
        if (isRsa(algorithm.name) || isEc(algorithm.name)) {
            const jwk = { modulusLength: algorithm.modulusLength, publicExponent: algorithm.publicExponent };
            const material = attempt(() =>
                isRsa(algorithm.name)
                    ? pairs.newRsa(algorithm.modulusLength, bytesOf('publicExponent', algorithm.publicExponent))
                    : pairs.newEc(String(algorithm.namedCurve)),
            );
            const full = pairAlgorithm(algorithm, isRsa(algorithm.name) ? jwk : {});
            const isPrivate = (usage) => PRIVATE_USES.includes(usage);
            return {
                publicKey: newKey('public', true, { ...full }, usages.filter((usage) => !isPrivate(usage)), material),
                privateKey: newKey('private', extractable, full, usages.filter(isPrivate), material),
            };
        }
        const length = lengthOf(algorithm);
        if (isAes(algorithm.name)) {
            if (![128, 192, 256].includes(length)) {
                throw failure('OperationError', 'length: ' + length + ' (expected: 128, 192 or 256)');
            }
        } else if (algorithm.name !== 'HMAC' || !(length > 0)) {
            throw failure('NotSupportedError', algorithm.name + ' of ' + length + ' bits has no keys to generate');
        }
        const material = new Uint8Array(secrets.random(Math.ceil(length / 8)));
        return newKey('secret', extractable, secretAlgorithm(algorithm, length), usages, material);
    }

    async importKey(format, data, given, extractable, usages) {
        const algorithm = normalized(given);
        return isRsa(algorithm.name) || isEc(algorithm.name)
            ? importPair(format, data, algorithm, extractable, usages)
            : importSecret(format, data, algorithm, extractable, usages);
    }

    async exportKey(format, key) {
        if (!(key instanceof CryptoKey)) {
            throw new TypeError('exportKey: ' + key + ' (expected: a CryptoKey)');
        }
        if (!key.extractable) {
            throw failure('InvalidAccessError', 'exportKey: a key that is not extractable');
        }
        const material = materialOf(key);
        const more = { key_ops: [...key.usages], ext: key.extractable };
        if (key.type === 'secret') {
            if (format === 'raw') {
                return material.slice().buffer;
            }
            if (format !== 'jwk') {
                throw failure('NotSupportedError', 'format: ' + format + ' (expected: raw or jwk)');
            }
            const alg = isAes(key.algorithm.name)
                ? 'A' + key.algorithm.length + key.algorithm.name.slice(4)
                : 'HS' + key.algorithm.hash.name.slice(4);
            return { kty: 'oct', k: secrets.base64(material), alg, ...more };
        }
        const expected = key.type === 'private' ? ['pkcs8', 'jwk'] : ['spki', 'raw', 'jwk'];
        if (!expected.includes(format)) {
            throw failure('InvalidAccessError', 'format: ' + format + ' (expected: ' + expected.join(', ') + ')');
        }
        const written = attempt(() => material.write(format, key.type === 'private'));
        return format === 'jwk' ? { ...written, ...more } : written;
    }

    async encrypt(given, key, data) {
        return this.#cipher(given, key, data, 'encrypt');
    }

    async decrypt(given, key, data) {
        return this.#cipher(given, key, data, 'decrypt');
    }

    #cipher(given, key, data, usage) {
        const algorithm = normalized(given);
        const material = use(key, usage, algorithm);
        const encrypt = usage === 'encrypt';
        return attempt(
            () =>
                cipher(algorithm, encrypt, material, data) ??
                pairs.oaep(key.algorithm.hash.name, encrypt, material, algorithm.label ?? NONE, bytesOf('data', data)),
        );
    }

    #hash(algorithm, key) {
        return hashOf(algorithm.name === 'ECDSA' ? algorithm.hash : key.algorithm.hash);
    }

    async sign(given, key, data) {
        const algorithm = normalized(given);
        const material = use(key, 'sign', algorithm);
        const hash = this.#hash(algorithm, key);
        return attempt(() =>
            algorithm.name === 'HMAC'
                ? secrets.hmac(hash, material, bytesOf('data', data))
                : pairs.sign(algorithm.name, hash, algorithm.saltLength ?? 0, material, bytesOf('data', data)),
        );
    }

    async verify(given, key, signature, data) {
        const algorithm = normalized(given);
        const material = use(key, 'verify', algorithm);
        const hash = this.#hash(algorithm, key);
        const signed = bytesOf('signature', signature);
        return attempt(() =>
            algorithm.name === 'HMAC'
                ? secrets.same(secrets.hmac(hash, material, bytesOf('data', data)), signed)
                : pairs.verify(algorithm.name, hash, algorithm.saltLength ?? 0, material, signed, bytesOf('data', data)),
        );
    }

    async deriveBits(given, key, length) {
        return derived(normalized(given), key, length, 'deriveBits');
    }

    async deriveKey(given, key, wanted, extractable, usages) {
        const target = normalized(wanted);
        const bits = derived(normalized(given), key, lengthOf(target), 'deriveKey');
        return this.importKey('raw', bits, target, extractable, usages);
    }
}

const QUOTA = 65536;
const INTEGERS = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, BigInt64Array, BigUint64Array];

export class Crypto {
    #subtle = new SubtleCrypto();

    get subtle() {
        return this.#subtle;
    }

    getRandomValues(array) {
        if (!INTEGERS.some((type) => array instanceof type)) {
            throw failure('TypeMismatchError', 'getRandomValues: ' + array + ' (expected: a typed array of integers)');
        }
        if (array.byteLength > QUOTA) {
            throw failure('QuotaExceededError', 'getRandomValues: ' + array.byteLength + ' bytes (expected: ' + QUOTA + ' or less)');
        }
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(secrets.random(array.byteLength)));
        return array;
    }

    randomUUID() {
        return secrets.uuid();
    }
}

export const crypto = new Crypto();

export default { crypto, Crypto, SubtleCrypto, CryptoKey };
