const host = __host('k6');

export function check(value, checks, tags) {
    let all = true;
    for (const name in checks) {
        const condition = checks[name];
        let outcome = false;
        try {
            outcome = typeof condition === 'function' ? condition(value) : condition;
        } finally {
            if (outcome instanceof Promise) {
                throw new TypeError('check "' + name + '": a promise (expected: a function that is not async)');
            }
            const passed = !!outcome;
            if (!passed) {
                all = false;
            }
            if (tags === undefined) {
                host.check(name, passed);
            } else {
                host.checkTagged(name, passed, tags);
            }
        }
    }
    return all;
}

export function group(name, body) {
    if (typeof body !== 'function') {
        throw new TypeError('group "' + name + '": no function (expected: the function to run in the group)');
    }
    const around = host.enter(String(name));
    const start = host.now();
    try {
        const result = body();
        if (result instanceof Promise) {
            throw new TypeError('group "' + name + '": an async function (expected: one that is not async)');
        }
        return result;
    } finally {
        host.leave(around, host.now() - start);
    }
}

export function sleep(seconds) {
    host.sleep(Number(seconds) || 0);
}

export function fail(reason) {
    throw new Error(reason === undefined ? 'the script called fail()' : String(reason));
}

// mulberry32, a small generator of the public domain by Tommy Ettinger: 32 bits of state, good enough to repeat a run.
export function randomSeed(seed) {
    let state = Number(seed) >>> 0;
    Math.random = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

export default { check, group, sleep, fail, randomSeed };
