const host = __host('k6/ws');

const IDLE = 3600000;

class Socket {
    #socket;
    #handlers = {};
    #timers = new Map();
    #started = 0;
    #closed = false;

    constructor(socket) {
        this.#socket = socket;
    }

    on(event, handler) {
        if (typeof handler !== 'function') {
            throw new TypeError('socket.on: ' + event + ': ' + handler + ' (expected: a function)');
        }
        (this.#handlers[event] ??= []).push(handler);
    }

    #fire(event, ...values) {
        for (const handler of this.#handlers[event] ?? []) {
            handler(...values);
        }
    }

    #failed(error) {
        // k6 gives an error of Go, whose text is found by calling it.
        const text = error.message;
        this.#fire('error', Object.assign(error, { error: () => text }));
    }

    #attempt(action) {
        try {
            action();
        } catch (error) {
            if (error instanceof TypeError) {
                throw error;
            }
            this.#failed(error);
        }
    }

    send(text) {
        this.#attempt(() => this.#socket.send(typeof text === 'string' ? text : String(text)));
    }

    sendBinary(data) {
        if (!(data instanceof ArrayBuffer) && !ArrayBuffer.isView(data)) {
            throw new TypeError('socket.sendBinary: ' + data + ' (expected: an ArrayBuffer or a typed array)');
        }
        this.#attempt(() => this.#socket.sendBinary(data));
    }

    ping() {
        this.#attempt(() => this.#socket.ping());
    }

    close(code = 1001) {
        this.#end(Number(code), () => this.#socket.hangUp(Number(code)));
    }

    #end(code, close) {
        if (!this.#closed) {
            this.#closed = true;
            close();
            this.#fire('close', code);
        }
    }

    #timer(callback, milliseconds, repeat) {
        const delay = Number(milliseconds);
        if (typeof callback !== 'function' || !(delay > 0)) {
            throw new TypeError('socket timer: ' + milliseconds + ' (expected: a function and milliseconds above 0)');
        }
        const id = ++this.#started;
        this.#timers.set(id, { due: host.now() + delay, delay, repeat, callback });
        return id;
    }

    setTimeout(callback, milliseconds) {
        return this.#timer(callback, milliseconds, false);
    }

    setInterval(callback, milliseconds) {
        return this.#timer(callback, milliseconds, true);
    }

    #nextTimer() {
        let first;
        for (const [id, timer] of this.#timers) {
            if (first === undefined || timer.due < first.due) {
                first = timer;
                first.id = id;
            }
        }
        return first;
    }

    #runTimer(timer) {
        if (timer.repeat) {
            timer.due += timer.delay;
        } else {
            this.#timers.delete(timer.id);
        }
        timer.callback();
    }

    #dispatch([kind, first, second, expected]) {
        if (kind === 'close') {
            if (!expected) {
                this.#failed(new Error('websocket: close ' + first + (second ? ' ' + second : '')));
            }
            this.#end(first, () => this.#socket.hangUp(first));
        } else if (kind === 'error') {
            this.#failed(new Error(second));
            this.#end(first, () => this.#socket.hangUp(first));
        } else if (kind === 'ping' || kind === 'pong') {
            this.#fire(kind);
        } else {
            this.#fire(kind, first);
        }
    }

    run(setUp) {
        try {
            setUp(this);
            this.#fire('open');
            while (!this.#closed) {
                const timer = this.#nextTimer();
                const left = timer === undefined ? IDLE : timer.due - host.now();
                if (left <= 0) {
                    this.#runTimer(timer);
                    continue;
                }
                const event = this.#socket.next(left);
                if (event !== null) {
                    this.#dispatch(event);
                }
            }
        } finally {
            this.#socket.hangUp(1001);
        }
    }
}

// The cookies of the jar, unless the script sends some itself.
const withCookies = (url, params) => {
    const given = params ?? {};
    if (Object.keys(given.headers ?? {}).some((name) => name.toLowerCase() === 'cookie')) {
        return params;
    }
    const jar = given.jar ?? require('k6/http').cookieJar();
    const cookies = Object.entries(jar.cookiesForURL(url.replace(/^ws/i, 'http')))
        .flatMap(([name, values]) => values.map((value) => name + '=' + value))
        .join('; ');
    return cookies === '' ? params : { ...given, headers: { ...given.headers, Cookie: cookies } };
};

export function connect(url, params, callback) {
    const setUp = typeof params === 'function' ? params : callback;
    if (typeof setUp !== 'function') {
        throw new TypeError('ws.connect: no function (expected: the function that gets the socket)');
    }
    const options = typeof params === 'function' ? null : (params ?? null);
    const { socket, ...response } = host.dial(String(url), withCookies(String(url), options));
    if (socket !== undefined) {
        new Socket(socket).run(setUp);
    }
    return response;
}

export default { connect };
