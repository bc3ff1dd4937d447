const host = __host('mockarty/rabbitmq');

class Connection {
    #host;

    constructor(connection) {
        this.#host = connection;
    }

    publish(options) {
        this.#host.publish(options);
    }

    consume(options) {
        return this.#host.consume(options);
    }

    declareQueue(name, options) {
        return this.#host.declareQueue(String(name ?? ''), options);
    }

    declareExchange(name, options) {
        this.#host.declareExchange(String(name), options);
    }

    bindQueue(queue, exchange, routingKey) {
        this.#host.bindQueue(String(queue), String(exchange), String(routingKey ?? ''));
    }

    purgeQueue(queue) {
        return this.#host.purgeQueue(String(queue));
    }

    deleteQueue(queue) {
        this.#host.deleteQueue(String(queue));
    }

    close() {
        this.#host.close();
    }
}

export function connect(url, options) {
    return new Connection(host.connect(url, options));
}

export default { connect };
