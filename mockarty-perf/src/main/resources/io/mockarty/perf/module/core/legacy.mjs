// mk.http.get(...), mk.test(...) and the part of Postman's pm that such scripts use.
import { check, fail, group, sleep } from 'k6';

const byName = new Map();
const variables = {
    get: (name) => (byName.has(name) ? byName.get(name) : __ENV[name]),
    set: (name, value) => void byName.set(name, value),
    has: (name) => byName.has(name) || name in __ENV,
    unset: (name) => void byName.delete(name),
    clear: () => byName.clear(),
    toObject: () => Object.fromEntries(byName),
};

let problem;
const test = (name, body) => {
    problem = undefined;
    const passed = check(null, {
        [name]: () => {
            try {
                return body() !== false;
            } catch (e) {
                problem = e;
                return false;
            }
        },
    });
    if (problem !== undefined) {
        console.warn(name + ': ' + (problem.message ?? problem));
    }
    return passed;
};

class AssertionError extends Error {}

const text = (value) => (typeof value === 'string' ? '"' + value + '"' : (JSON.stringify(value) ?? String(value)));
const same = (a, b) => a === b || (typeof a === 'object' && typeof b === 'object' && sorted(a) === sorted(b));
const sorted = (value) =>
    JSON.stringify(value, (name, part) =>
        part && typeof part === 'object' && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
            : part,
    );
const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

class Expectation {
    #value;
    #negated;

    constructor(value, negated = false) {
        this.#value = value;
        this.#negated = negated;
        for (const word of ['to', 'be', 'been', 'is', 'that', 'which', 'and', 'has', 'have', 'with', 'at', 'of', 'same', 'deep', 'an', 'a']) {
            if (word !== 'a' && word !== 'an') {
                Object.defineProperty(this, word, { get: () => this });
            }
        }
        this.a = this.an = (type) => this.#is(typeOf(value) === String(type).toLowerCase(), 'to be a ' + type);
    }

    #is(holds, words) {
        if (!!holds === this.#negated) {
            throw new AssertionError('expected ' + text(this.#value) + (this.#negated ? ' not ' : ' ') + words);
        }
        return this;
    }

    get not() {
        return new Expectation(this.#value, !this.#negated);
    }

    get ok() {
        return this.#is(this.#value, 'to be truthy');
    }

    get true() {
        return this.#is(this.#value === true, 'to be true');
    }

    get false() {
        return this.#is(this.#value === false, 'to be false');
    }

    get null() {
        return this.#is(this.#value === null, 'to be null');
    }

    get undefined() {
        return this.#is(this.#value === undefined, 'to be undefined');
    }

    get exist() {
        return this.#is(this.#value !== null && this.#value !== undefined, 'to exist');
    }

    get empty() {
        const value = this.#value ?? '';
        return this.#is((value.length ?? Object.keys(value).length) === 0, 'to be empty');
    }

    equal(other) {
        return this.#is(this.#value === other, 'to equal ' + text(other));
    }

    eql(other) {
        return this.#is(same(this.#value, other), 'to deeply equal ' + text(other));
    }

    above(limit) {
        return this.#is(this.#value > limit, 'to be above ' + limit);
    }

    least(limit) {
        return this.#is(this.#value >= limit, 'to be at least ' + limit);
    }

    below(limit) {
        return this.#is(this.#value < limit, 'to be below ' + limit);
    }

    most(limit) {
        return this.#is(this.#value <= limit, 'to be at most ' + limit);
    }

    within(low, high) {
        return this.#is(this.#value >= low && this.#value <= high, 'to be within ' + low + '..' + high);
    }

    include(part) {
        return this.#is(this.#value?.includes(part), 'to include ' + text(part));
    }

    match(pattern) {
        return this.#is(pattern.test(this.#value), 'to match ' + pattern);
    }

    oneOf(list) {
        return this.#is(list.includes(this.#value), 'to be one of ' + text(list));
    }

    lengthOf(length) {
        return this.#is(this.#value?.length === length, 'to have length ' + length);
    }

    property(name, ...value) {
        const holds = this.#value !== null && this.#value !== undefined && name in Object(this.#value);
        return this.#is(
            holds && (value.length === 0 || same(this.#value[name], value[0])),
            'to have property ' + name + (value.length ? ' of ' + text(value[0]) : ''),
        );
    }

    status(code) {
        return this.#is((this.#value.code ?? this.#value.status) === code, 'to have status ' + code);
    }

    jsonBody() {
        return this.#is(typeOf(this.#value.json()) === 'object', 'to have a JSON body');
    }

    header(name) {
        return this.#is(this.#value.headers?.[name] !== undefined, 'to have header ' + name);
    }
}
Expectation.prototype.equals = Expectation.prototype.equal;
Expectation.prototype.eq = Expectation.prototype.equal;
Expectation.prototype.contain = Expectation.prototype.include;
Expectation.prototype.contains = Expectation.prototype.include;
Expectation.prototype.length = Expectation.prototype.lengthOf;

const response = (res) => ({
    code: res.status,
    status: res.status_text,
    headers: res.headers,
    responseTime: res.timings.duration,
    body: res.body,
    json: (path) => res.json(path),
    text: () => res.body,
    get to() {
        return new Expectation(this).to;
    },
});

const lazily = (object, modules) => {
    for (const name in modules) {
        let module;
        Object.defineProperty(object, name, { get: () => (module ??= require(modules[name])), enumerable: true });
    }
    return object;
};

const modules = {};
for (const name of ['http', 'grpc', 'soap', 'graphql', 'ws', 'sse', 'kafka', 'rabbitmq', 'mcp', 'redis', 'sql', 'smtp', 'encoding', 'faker', 'data']) {
    modules[name] = 'mockarty/' + name;
}

export const mk = lazily(
    {
        test,
        check,
        group,
        sleep,
        fail,
        expect: (value) => new Expectation(value),
        env: variables,
        variables,
        log: (...values) => console.log(...values),
    },
    modules,
);

const http = () => require('mockarty/http');

export const pm = {
    test,
    expect: (value) => new Expectation(value),
    environment: variables,
    globals: variables,
    variables,
    collectionVariables: variables,
    info: {
        get iteration() {
            return __ITER;
        },
    },
    response: undefined,
    sendRequest: (request, callback) => {
        const asked = typeof request === 'string' ? { url: request } : request;
        const headers = Array.isArray(asked.header)
            ? Object.fromEntries(asked.header.map((header) => [header.key, header.value]))
            : (asked.header ?? asked.headers ?? {});
        const body = asked.body?.raw ?? asked.body?.urlencoded ?? (typeof asked.body === 'string' ? asked.body : null);
        const form = Array.isArray(body) ? Object.fromEntries(body.map((part) => [part.key, part.value])) : body;
        const res = http().request(asked.method ?? 'GET', String(asked.url), form, { headers });
        pm.response = response(res);
        const error = res.error ? new Error(res.error) : null;
        if (callback) {
            callback(error, pm.response);
        }
        return pm.response;
    },
};

export default { mk, pm };
