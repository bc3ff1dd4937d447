const host = __host('mockarty/smtp');

class Connection {
    #host;

    constructor(connection) {
        this.#host = connection;
    }

    send(message) {
        return this.#host.send(message);
    }

    close() {
        this.#host.close();
    }
}

export function connect(url, options) {
    return new Connection(host.connect(url, options));
}

export default { connect };
