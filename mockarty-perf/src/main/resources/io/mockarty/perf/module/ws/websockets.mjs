// The WebSocket of browsers (https://websockets.spec.whatwg.org) with what k6 adds to it.
const host = __host('k6/websockets');

const STATES = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };
const EVENTS = ['open', 'message', 'error', 'close', 'ping', 'pong'];
const NO_CODE = 1005;

const failure = (name, message) => {
    const error = new Error(message);
    error.name = name;
    return error;
};

let bytesOf;

export class Blob {
    #bytes;

    constructor(parts = [], { type = '' } = {}) {
        const chunks = Array.from(parts, (part) => {
            if (part instanceof Blob) {
                return part.#bytes;
            }
            if (part instanceof ArrayBuffer) {
                return new Uint8Array(part);
            }
            return ArrayBuffer.isView(part)
                ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
                : new TextEncoder().encode(String(part));
        });
        this.#bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
        let at = 0;
        for (const chunk of chunks) {
            this.#bytes.set(chunk, at);
            at += chunk.length;
        }
        this.type = String(type).toLowerCase();
    }

    static {
        bytesOf = (blob) => blob.#bytes;
    }

    get size() {
        return this.#bytes.length;
    }

    slice(start, end, type = '') {
        return new Blob([this.#bytes.slice(start, end)], { type });
    }

    async arrayBuffer() {
        return this.#bytes.slice().buffer;
    }

    async bytes() {
        return this.#bytes.slice();
    }

    async text() {
        return new TextDecoder().decode(this.#bytes);
    }
}

const protocolsOf = (protocols) => {
    if (protocols === undefined || protocols === null || protocols === '') {
        return [];
    }
    const list = Array.isArray(protocols) ? protocols.map(String) : [String(protocols)];
    if (new Set(list).size !== list.length) {
        throw failure('SyntaxError', 'WebSocket: protocols: ' + list.join() + ' (expected: each once)');
    }
    return list;
};

export class WebSocket {
    #socket;
    #state = STATES.CONNECTING;
    #binaryType = 'blob';
    #protocol = '';
    #extensions = '';
    #listeners = new Map();
    #handlers = {};

    constructor(url, protocols, params) {
        const list = protocolsOf(protocols);
        this.url = String(url);
        const { jar, ...options } = params ?? {};
        const headers = { ...options.headers };
        if (jar && !Object.keys(headers).some((name) => name.toLowerCase() === 'cookie')) {
            const cookies = Object.entries(jar.cookiesForURL(this.url.replace(/^ws/i, 'http')))
                .flatMap(([name, values]) => values.map((value) => name + '=' + value))
                .join('; ');
            if (cookies !== '') {
                headers.Cookie = cookies;
            }
        }
        this.#socket = host.open(this.url, { ...options, headers, protocols: list }, (kind, ...values) =>
            this.#happened(kind, ...values),
        );
    }

    #happened(kind, first, second, third) {
        if (kind === 'open') {
            this.#state = STATES.OPEN;
            this.#protocol = first;
            this.#extensions = second;
            this.#fire('open', {});
        } else if (kind === 'message') {
            this.#fire('message', { data: first });
        } else if (kind === 'binary') {
            this.#fire('message', { data: this.#binaryType === 'blob' ? new Blob([first]) : first });
        } else if (kind === 'close') {
            this.#state = STATES.CLOSED;
            this.#fire('close', { code: first, reason: second, wasClean: third });
        } else if (kind === 'error') {
            this.#state = STATES.CLOSED;
            this.#fire('error', { error: first });
        } else {
            this.#fire(kind, {});
        }
    }

    #fire(type, more) {
        const event = { type, target: this, timestamp: Date.now(), ...more };
        const handler = this.#handlers[type];
        if (handler) {
            handler.call(this, event);
        }
        for (const listener of [...(this.#listeners.get(type) ?? [])]) {
            if (listener.once) {
                this.removeEventListener(type, listener.callback);
            }
            listener.callback.call(this, event);
        }
    }

    static {
        for (const type of EVENTS) {
            Object.defineProperty(WebSocket.prototype, 'on' + type, {
                get() {
                    return this.#handlers[type] ?? null;
                },
                set(handler) {
                    this.#handlers[type] = typeof handler === 'function' ? handler : null;
                },
                enumerable: true,
                configurable: true,
            });
        }
        for (const target of [WebSocket, WebSocket.prototype]) {
            for (const state in STATES) {
                Object.defineProperty(target, state, { value: STATES[state], enumerable: true });
            }
        }
    }

    get readyState() {
        return this.#state;
    }

    get protocol() {
        return this.#protocol;
    }

    get extensions() {
        return this.#extensions;
    }

    // Sending waits until the message is on its way.
    get bufferedAmount() {
        return 0;
    }

    get binaryType() {
        return this.#binaryType;
    }

    set binaryType(type) {
        if (type !== 'blob' && type !== 'arraybuffer') {
            throw failure('SyntaxError', 'WebSocket.binaryType: ' + type + ' (expected: blob or arraybuffer)');
        }
        this.#binaryType = type;
    }

    addEventListener(type, callback, options) {
        if (!EVENTS.includes(type)) {
            throw new TypeError('WebSocket.addEventListener: ' + type + ' (expected: ' + EVENTS.join(', ') + ')');
        }
        if (typeof callback !== 'function') {
            throw new TypeError('WebSocket.addEventListener: ' + callback + ' (expected: a function)');
        }
        const listeners = this.#listeners.get(type) ?? [];
        this.#listeners.set(type, listeners);
        if (!listeners.some((listener) => listener.callback === callback)) {
            listeners.push({ callback, once: !!options?.once });
        }
    }

    removeEventListener(type, callback) {
        const listeners = this.#listeners.get(type) ?? [];
        const index = listeners.findIndex((listener) => listener.callback === callback);
        if (index >= 0) {
            listeners.splice(index, 1);
        }
    }

    #requireOpen(what) {
        if (this.#state !== STATES.OPEN) {
            const state = Object.keys(STATES).find((name) => STATES[name] === this.#state);
            throw failure('InvalidStateError', 'WebSocket.' + what + ': ' + state + ' (expected: OPEN)');
        }
    }

    send(data) {
        this.#requireOpen('send');
        if (data instanceof Blob) {
            this.#socket.sendBinary(bytesOf(data));
        } else if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) {
            this.#socket.sendBinary(data);
        } else {
            this.#socket.send(String(data));
        }
    }

    ping() {
        this.#requireOpen('ping');
        this.#socket.ping();
    }

    close(code, reason = '') {
        if (code !== undefined && !(Number.isInteger(code) && code >= 1000 && code < 5000)) {
            throw failure('InvalidAccessError', 'WebSocket.close: ' + code + ' (expected: a code, 1000..4999)');
        }
        if (this.#state === STATES.CLOSING || this.#state === STATES.CLOSED) {
            return;
        }
        this.#socket.close(code ?? NO_CODE, String(reason));
        this.#state = STATES.CLOSING;
    }
}

export default { WebSocket, Blob };
