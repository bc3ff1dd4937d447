const host = __host('mockarty/kafka');

class Producer {
    #host;

    constructor(producer) {
        this.#host = producer;
    }

    produce(options) {
        return this.#host.produce(options);
    }

    // The producer belongs to all users and is closed when the test ends.
    close() {}
}

class Consumer {
    #host;

    constructor(consumer) {
        this.#host = consumer;
    }

    consume(options) {
        return this.#host.consume(options);
    }

    close() {
        this.#host.close();
    }
}

export function producer(options) {
    return new Producer(host.producer(options));
}

export function consumer(options) {
    return new Consumer(host.consumer(options));
}

export default { producer, consumer };
