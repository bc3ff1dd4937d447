const host = __host('mockarty/redis');

// Numbers and booleans as people write them; objects as JSON, because "[object Object]" helps nobody.
function text(value) {
    if (typeof value === 'string') {
        return value;
    }
    if (value === undefined || value === null) {
        throw new TypeError('redis: an argument is ' + value + ' (expected: a string or a number)');
    }
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function texts(values) {
    const all = [];
    for (const value of values) {
        if (Array.isArray(value)) {
            all.push(...value.map(text));
        } else {
            all.push(text(value));
        }
    }
    return all;
}

function answer(body) {
    try {
        return { value: body(), error: null };
    } catch (problem) {
        return { value: null, error: problem.message };
    }
}

const isFields = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

class Client {
    #commands;

    constructor(commands) {
        this.#commands = commands;
    }

    set(key, value, ttl) {
        return answer(() => this.#commands.set(text(key), text(value), Number(ttl ?? 0)));
    }

    hset(key, ...rest) {
        const fields = rest.length === 1 && isFields(rest[0]) ? Object.entries(rest[0]).flat() : rest;
        return this.command('hset', key, ...fields);
    }

    zadd(key, ...rest) {
        const pairs = rest.length === 1 && isFields(rest[0]) ? Object.entries(rest[0]).map(([m, s]) => [s, m]) : rest;
        return this.command('zadd', key, ...pairs);
    }

    command(name, ...rest) {
        return answer(() => this.#commands.call(text(name), texts(rest)));
    }

    // The connections belong to all users and are closed when the test ends.
    close() {}
}

for (const name of [
    'append', 'decr', 'decrby', 'get', 'getset', 'incr', 'incrby', 'incrbyfloat', 'mget', 'setnx', 'strlen',
    'hdel', 'hexists', 'hget', 'hgetall', 'hincrby', 'hkeys', 'hlen', 'hmget', 'hvals',
    'lindex', 'llen', 'lpop', 'lpush', 'lrange', 'lrem', 'ltrim', 'rpop', 'rpush',
    'sadd', 'scard', 'sismember', 'smembers', 'spop', 'srem',
    'zcard', 'zcount', 'zincrby', 'zrange', 'zrank', 'zrem', 'zrevrange', 'zscore',
    'del', 'exists', 'expire', 'persist', 'ttl', 'type', 'ping', 'publish', 'eval',
]) {
    Object.defineProperty(Client.prototype, name, {
        value: function (...rest) {
            return this.command(name, ...rest);
        },
    });
}

export function open(address, options) {
    return new Client(host.open(address, options));
}

export default { open };
