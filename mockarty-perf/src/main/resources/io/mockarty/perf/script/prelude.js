// Runs once in each context, before the script. Gets the functions of the host and returns what the host needs of
// JavaScript.
(function (host) {
    'use strict';

    // What Java throws has a prototype with the names of classes, which mean nothing to scripts.
    try {
        host.fail();
    } catch (thrown) {
        Object.defineProperty(Object.getPrototypeOf(thrown), 'name', { value: 'Error', writable: true, configurable: true });
    }

    const shown = (value, depth) => {
        if (typeof value === 'string') {
            return value;
        }
        if (value instanceof Error) {
            return value.stack || String(value);
        }
        if (typeof value === 'object' && value !== null) {
            try {
                const text = JSON.stringify(value);
                return text === undefined ? String(value) : text;
            } catch (circular) {
                return Object.prototype.toString.call(value);
            }
        }
        return String(value);
    };
    const console = {};
    for (const [name, level] of [
        ['log', 'info'],
        ['info', 'info'],
        ['debug', 'debug'],
        ['trace', 'debug'],
        ['warn', 'warn'],
        ['error', 'error'],
    ]) {
        console[name] = (...values) => host.log(level, values.map(shown).join(' '));
    }
    console.assert = (condition, ...values) => {
        if (!condition) {
            console.error('Assertion failed:', ...values);
        }
    };

    const hidden = (name, value) =>
        Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
    hidden('console', console);
    hidden('global', globalThis);
    hidden('__host', host.module);
    hidden('open', host.open);
    hidden('require', host.require);
    hidden('__requireFrom', host.requireFrom);

    // Found when they are used first, since most scripts use few of them.
    const lazy = (name, find) =>
        Object.defineProperty(globalThis, name, {
            get: () => {
                const value = find();
                hidden(name, value);
                return value;
            },
            set: (value) => hidden(name, value),
            configurable: true,
            enumerable: false,
        });
    for (const name of ['check', 'sleep', 'group', 'fail']) {
        lazy(name, () => host.require('k6')[name]);
    }
    for (const name of ['Counter', 'Trend', 'Rate', 'Gauge']) {
        lazy(name, () => host.require('k6/metrics')[name]);
    }
    for (const name of ['mk', 'pm']) {
        lazy(name, () => host.require('mockarty/internal/legacy')[name]);
    }
    lazy('__ENV', host.variables);
    Object.defineProperty(globalThis, '__VU', { get: host.user, configurable: true });
    Object.defineProperty(globalThis, '__ITER', { get: host.iteration, configurable: true });

    const errors = { Error, TypeError, RangeError, SyntaxError };
    return {
        parse: (text) => JSON.parse(text),
        stringify: (value) => JSON.stringify(value),
        nothing: () => undefined,
        object: () => ({}),
        array: () => [],
        bytes: (buffer, length) => {
            const copy = new Uint8Array(length);
            copy.set(new Uint8Array(buffer));
            return copy.buffer;
        },
        buffer: (value) =>
            value instanceof ArrayBuffer ? value : ArrayBuffer.isView(value) ? value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength) : null,
        raise: (type, message) => {
            throw new (errors[type] || Error)(message);
        },
        promise: (start) => new Promise(start),
        isPromise: (value) => value instanceof Promise,
        settle: (promise, done, failed) => {
            promise.then(done, failed);
        },
        describe: (error) =>
            error instanceof Error ? String(error) : shown(error),
        date: (value) => (value instanceof Date ? value.toISOString() : null),
        frozen: (value) => {
            const freeze = (part) => {
                if (typeof part === 'object' && part !== null) {
                    Object.values(part).forEach(freeze);
                    Object.freeze(part);
                }
                return part;
            };
            return freeze(value);
        },
    };
})
