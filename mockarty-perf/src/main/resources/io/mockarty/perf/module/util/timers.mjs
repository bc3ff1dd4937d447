const host = __host('k6/timers');

const start = (name, again) => (callback, delay, ...values) => {
    if (typeof callback !== 'function') {
        throw new TypeError(name + ': (expected: a function to call)');
    }
    return host.start(values.length ? () => callback(...values) : callback, Number(delay) || 0, again);
};
const stop = (timer) => {
    if (Number.isInteger(timer)) {
        host.clear(timer);
    }
};

export const setTimeout = start('setTimeout', false);
export const setInterval = start('setInterval', true);
export const clearTimeout = stop;
export const clearInterval = stop;

export default { setTimeout, setInterval, clearTimeout, clearInterval };
