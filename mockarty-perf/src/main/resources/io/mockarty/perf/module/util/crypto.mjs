const host = __host('k6/crypto');

class Hasher {
    #hash;

    constructor(hash) {
        this.#hash = hash;
    }

    update(input) {
        this.#hash.update(input);
    }

    digest(encoding) {
        return this.#hash.digest(encoding);
    }
}

export const createHash = (algorithm) => new Hasher(host.hash(algorithm));
export const createHMAC = (algorithm, secret) => new Hasher(host.hmac(algorithm, secret));

const once = (algorithm) => (input, encoding) => {
    const hash = host.hash(algorithm);
    hash.update(input);
    return hash.digest(encoding);
};

export const md4 = once('md4');
export const md5 = once('md5');
export const sha1 = once('sha1');
export const sha256 = once('sha256');
export const sha384 = once('sha384');
export const sha512 = once('sha512');
export const sha512_224 = once('sha512_224');
export const sha512_256 = once('sha512_256');
export const ripemd160 = once('ripemd160');
export const hmac = (algorithm, secret, data, encoding) => {
    const hash = host.hmac(algorithm, secret);
    hash.update(data);
    return hash.digest(encoding);
};
export const randomBytes = (count) => host.randomBytes(count);
export const hexEncode = (data) => host.hex(data);

export default {
    createHash, createHMAC, md4, md5, sha1, sha256, sha384, sha512, sha512_224, sha512_256, ripemd160, hmac, randomBytes,
    hexEncode,
};
