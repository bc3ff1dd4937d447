const host = __host('k6/data');

const INDEX = /^(0|[1-9][0-9]*)$/;

const freeze = (value) => {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(freeze);
        Object.freeze(value);
    }
    return value;
};

const readOnly = () => {
    throw new TypeError('SharedArray is immutable');
};

const view = (array) => {
    const length = array.length();
    const get = (index) => freeze(array.get(index));
    const methods = {
        length,
        get,
        *[Symbol.iterator]() {
            for (let i = 0; i < length; i++) {
                yield get(i);
            }
        },
        toJSON: () => Array.from({ length }, (none, i) => get(i)),
    };
    return new Proxy(
        {},
        {
            get: (target, name) => {
                if (typeof name === 'string' && INDEX.test(name)) {
                    return get(Number(name));
                }
                if (name in methods) {
                    return methods[name];
                }
                // What arrays can do besides is done with a copy.
                const method = Array.prototype[name];
                return typeof method === 'function' ? (...values) => method.apply(methods.toJSON(), values) : undefined;
            },
            has: (target, name) => name in methods || (INDEX.test(String(name)) && Number(name) < length),
            ownKeys: () => Array.from({ length }, (none, i) => String(i)),
            getOwnPropertyDescriptor: (target, name) =>
                typeof name === 'string' && INDEX.test(name) && Number(name) < length
                    ? { value: get(Number(name)), enumerable: true, configurable: true, writable: false }
                    : undefined,
            set: readOnly,
            deleteProperty: readOnly,
            defineProperty: readOnly,
        },
    );
};

// Both new SharedArray(...) and SharedArray(...) are written in scripts.
export const SharedArray = function (name, create) {
    if (typeof name !== 'string' || name === '') {
        throw new TypeError('SharedArray: (expected: a name that is not empty)');
    }
    if (typeof create !== 'function') {
        throw new TypeError('SharedArray: "' + name + '" (expected: a function that returns an array)');
    }
    return view(host.open(name, create));
};

export default { SharedArray };
