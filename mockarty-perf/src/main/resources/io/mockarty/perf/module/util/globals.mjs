// What scripts find without importing it. Each is made when it is used first: most scripts use few of them, and there
// may be thousands of contexts.
const host = __host('mockarty/internal/globals');

const lazily = (name, make) =>
    Object.defineProperty(globalThis, name, {
        get: () => {
            const value = make();
            Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
            return value;
        },
        set: (value) =>
            Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false }),
        configurable: true,
        enumerable: false,
    });

for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']) {
    lazily(name, () => require('k6/timers')[name]);
}
lazily('setImmediate', () => (callback, ...values) => setTimeout(callback, 0, ...values));
lazily('queueMicrotask', () => (callback) => void Promise.resolve().then(callback));
lazily('btoa', () => (text) => host.btoa(String(text)));
lazily('atob', () => (text) => host.atob(String(text)));
lazily('performance', () => ({ now: () => host.now(), timeOrigin: Date.now() - host.now() }));
lazily('structuredClone', () => (value) => clone(value, new Map()));

const clone = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') {
        throw new TypeError('structuredClone: a ' + typeof value + ' (expected: data)');
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    if (seen.has(value)) {
        return seen.get(value);
    }
    if (value instanceof Date) {
        return new Date(value.getTime());
    }
    if (value instanceof ArrayBuffer) {
        return value.slice(0);
    }
    if (ArrayBuffer.isView(value)) {
        return value.slice();
    }
    const copy = Array.isArray(value) ? [] : value instanceof Map ? new Map() : value instanceof Set ? new Set() : {};
    seen.set(value, copy);
    if (value instanceof Map) {
        value.forEach((item, key) => copy.set(clone(key, seen), clone(item, seen)));
    } else if (value instanceof Set) {
        value.forEach((item) => copy.add(clone(item, seen)));
    } else {
        for (const key of Object.keys(value)) {
            copy[key] = clone(value[key], seen);
        }
    }
    return copy;
};

lazily(
    'TextEncoder',
    () =>
        class TextEncoder {
            get encoding() {
                return 'utf-8';
            }

            encode(text = '') {
                return new Uint8Array(host.encode(String(text)));
            }
        },
);
lazily(
    'TextDecoder',
    () =>
        class TextDecoder {
            constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
                this.encoding = String(label).toLowerCase();
                this.fatal = fatal;
                this.ignoreBOM = ignoreBOM;
            }

            decode(bytes) {
                const text = bytes === undefined ? '' : host.decode(bytes, this.encoding, this.fatal);
                return !this.ignoreBOM && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
            }
        },
);

lazily('crypto', () => ({
    randomUUID: () => host.uuid(),
    getRandomValues: (array) => {
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(host.random(array.byteLength)));
        return array;
    },
    subtle: {
        digest: async (algorithm, data) => {
            const name = (algorithm.name ?? algorithm).toLowerCase().replace('-', '');
            return digest(name, data);
        },
    },
}));

const digest = (name, data) => {
    const hash = require('k6/crypto').createHash(name);
    hash.update(data);
    return hash.digest('binary');
};

lazily(
    'URLSearchParams',
    () =>
        class URLSearchParams {
            #pairs = [];
            #changed;

            constructor(init = '', changed = () => {}) {
                this.#changed = changed;
                if (typeof init === 'string') {
                    for (const part of init.replace(/^\?/, '').split('&')) {
                        if (part) {
                            const [name, ...value] = part.split('=');
                            this.#pairs.push([decode(name), decode(value.join('='))]);
                        }
                    }
                } else if (typeof init[Symbol.iterator] === 'function') {
                    for (const [name, value] of init) {
                        this.#pairs.push([String(name), String(value)]);
                    }
                } else {
                    this.#pairs = Object.entries(init).map(([name, value]) => [name, String(value)]);
                }
            }

            get size() {
                return this.#pairs.length;
            }

            append(name, value) {
                this.#pairs.push([String(name), String(value)]);
                this.#changed(this);
            }

            delete(name) {
                this.#pairs = this.#pairs.filter(([other]) => other !== name);
                this.#changed(this);
            }

            get(name) {
                return this.#pairs.find(([other]) => other === name)?.[1] ?? null;
            }

            getAll(name) {
                return this.#pairs.filter(([other]) => other === name).map(([, value]) => value);
            }

            has(name) {
                return this.#pairs.some(([other]) => other === name);
            }

            set(name, value) {
                const index = this.#pairs.findIndex(([other]) => other === name);
                if (index < 0) {
                    this.#pairs.push([String(name), String(value)]);
                } else {
                    this.#pairs = this.#pairs.filter(([other], i) => other !== name || i === index);
                    this.#pairs[this.#pairs.findIndex(([other]) => other === name)] = [String(name), String(value)];
                }
                this.#changed(this);
            }

            sort() {
                this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
                this.#changed(this);
            }

            forEach(callback) {
                this.#pairs.forEach(([name, value]) => callback(value, name, this));
            }

            keys() {
                return this.#pairs.map(([name]) => name)[Symbol.iterator]();
            }

            values() {
                return this.#pairs.map(([, value]) => value)[Symbol.iterator]();
            }

            entries() {
                return this.#pairs.map((pair) => [...pair])[Symbol.iterator]();
            }

            [Symbol.iterator]() {
                return this.entries();
            }

            toString() {
                return this.#pairs.map(([name, value]) => encode(name) + '=' + encode(value)).join('&');
            }
        },
);

const encode = (text) => encodeURIComponent(text).replace(/%20/g, '+').replace(/[!'()~]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
const decode = (text) => {
    try {
        return decodeURIComponent(text.replace(/\+/g, ' '));
    } catch (malformed) {
        return text;
    }
};

lazily(
    'URL',
    () =>
        class URL {
            #parts;
            #searchParams;

            constructor(url, base) {
                this.#parts = host.url(String(url), base === undefined ? null : String(base));
                if (this.#parts === null) {
                    throw new TypeError('Invalid URL: ' + url);
                }
                for (const name of ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'hash']) {
                    Object.defineProperty(this, name, {
                        get: () => this.#parts[name],
                        set: (value) => (this.#parts[name] = String(value)),
                        enumerable: true,
                    });
                }
            }

            static canParse(url, base) {
                return host.url(String(url), base === undefined ? null : String(base)) !== null;
            }

            get host() {
                return this.hostname + (this.port ? ':' + this.port : '');
            }

            get origin() {
                return this.protocol + '//' + this.host;
            }

            get search() {
                return this.#parts.search;
            }

            set search(value) {
                this.#parts.search = value && !String(value).startsWith('?') ? '?' + value : String(value);
                this.#searchParams = undefined;
            }

            get searchParams() {
                return (this.#searchParams ??= new URLSearchParams(this.search, (params) => {
                    const text = params.toString();
                    this.#parts.search = text ? '?' + text : '';
                }));
            }

            get href() {
                const login = this.username ? this.username + (this.password ? ':' + this.password : '') + '@' : '';
                return this.protocol + '//' + login + this.host + this.pathname + this.search + this.hash;
            }

            toString() {
                return this.href;
            }

            toJSON() {
                return this.href;
            }
        },
);

export default {};
