const host = __host('k6/data');

const frozen = (value) => {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(frozen);
        Object.freeze(value);
    }
    return value;
};

const isIndex = (name) => typeof name === 'string' && /^(0|[1-9][0-9]{0,9})$/.test(name);

const refuse = () => {
    throw new TypeError('SharedArray: the elements cannot be changed (expected: reading only; copy it with [...array])');
};

// An array whose elements are read from the host when they are asked for.
class View {
    constructor(items) {
        this.items = items;
        this.length = items.size();
        this.at = (index) => {
            const number = Number(index);
            return Number.isInteger(number) && number >= 0 && number < this.length
                ? frozen(JSON.parse(items.item(number)))
                : undefined;
        };
    }

    get(target, name, receiver) {
        if (name === 'length') {
            return this.length;
        }
        if (name === 'get') {
            return this.at;
        }
        return isIndex(name) ? this.at(name) : Reflect.get(target, name, receiver);
    }

    has(target, name) {
        return isIndex(name) ? Number(name) < this.length : name === 'get' || Reflect.has(target, name);
    }

    ownKeys() {
        return [...Array(this.length).keys()].map(String).concat('length');
    }

    getOwnPropertyDescriptor(target, name) {
        if (name === 'length') {
            return { value: this.length, writable: true, enumerable: false, configurable: false };
        }
        return isIndex(name) && Number(name) < this.length
            ? { value: this.at(name), writable: false, enumerable: true, configurable: true }
            : undefined;
    }

    set() {
        refuse();
    }

    deleteProperty() {
        refuse();
    }

    defineProperty() {
        refuse();
    }

    setPrototypeOf() {
        refuse();
    }

    preventExtensions() {
        refuse();
    }
}

// A function, so that it works with and without new.
export function SharedArray(name, factory) {
    if (typeof name !== 'string' || name === '') {
        throw new TypeError('SharedArray: name: ' + String(name) + ' (expected: a string that is not empty)');
    }
    if (typeof factory !== 'function') {
        throw new TypeError('SharedArray "' + name + '": no function (expected: the function that makes the array)');
    }
    if (strict && !host.loading()) {
        throw new Error('SharedArray "' + name + '" (expected: made outside of the functions that iterations run)');
    }
    const items = host.share(name, () => {
        const made = factory();
        if (!Array.isArray(made)) {
            throw new TypeError('SharedArray "' + name + '": ' + String(made) + ' (expected: a function that returns an array)');
        }
        return Array.from(made, (item) => JSON.stringify(item) ?? 'null');
    });
    return new Proxy([], new View(items));
}

export default { SharedArray };
