const host = __host('k6/metrics');

// Values as k6 takes them: numbers, booleans, and strings that are numbers.
const number = (value) => (typeof value === 'boolean' ? (value ? 1 : 0) : Number(value));

class Custom {
    #host;

    constructor(type, name, isTime) {
        this.#host = host.create(type, String(name), !!isTime);
        Object.defineProperty(this, 'name', { value: name, enumerable: true });
    }

    add(value, tags) {
        if (tags === undefined || tags === null) {
            this.#host.add(number(value));
        } else {
            this.#host.addTagged(number(value), tags);
        }
        return true;
    }
}

export class Counter extends Custom {
    constructor(name, isTime) {
        super('counter', name, isTime);
    }
}

export class Gauge extends Custom {
    constructor(name, isTime) {
        super('gauge', name, isTime);
    }
}

export class Rate extends Custom {
    constructor(name, isTime) {
        super('rate', name, isTime);
    }

    add(value, tags) {
        return super.add(typeof value === 'number' ? value !== 0 : !!value, tags);
    }
}

export class Trend extends Custom {
    constructor(name, isTime) {
        super('trend', name, isTime);
    }
}

export default { Counter, Gauge, Rate, Trend };
