const now = __host('mockarty/internal/globals').now;

export const performance = Object.freeze({ now: () => now(), timeOrigin: Date.now() - now() });

export function queueMicrotask(callback) {
    if (typeof callback !== 'function') {
        throw new TypeError('queueMicrotask: ' + callback + ' (expected: a function)');
    }
    Promise.resolve().then(() => callback());
}

export default { performance, queueMicrotask };
