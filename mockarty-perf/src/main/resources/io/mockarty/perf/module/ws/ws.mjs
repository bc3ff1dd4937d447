const host = __host('mockarty/ws');

const WAIT = 30;

class Connection {
    #socket;

    constructor(socket) {
        this.#socket = socket;
    }

    send(text) {
        this.#socket.send(typeof text === 'string' ? text : String(text));
    }

    sendBinary(data) {
        this.#socket.sendBinary(data);
    }

    // An empty string stands for nothing in time, so that checks of the length hold without further ado.
    receive(seconds = WAIT) {
        const wait = Number(seconds);
        if (!(wait >= 0)) {
            throw new TypeError('receive: ' + seconds + ' (expected: seconds, 0 or more)');
        }
        const message = this.#socket.receive(wait);
        if (message === null) {
            return '';
        }
        return typeof message === 'string' ? message : new Uint8Array(message);
    }

    ping() {
        this.#socket.ping();
    }

    close(code = 1000, reason = '') {
        this.#socket.close(Number(code), String(reason));
    }
}

export function connect(url, params) {
    return new Connection(host.connect(String(url), params ?? null));
}

export default { connect };
