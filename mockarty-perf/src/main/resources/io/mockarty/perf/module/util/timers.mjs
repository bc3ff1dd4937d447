const host = __host('k6/timers');

const start = (name, callback, delay, repeat, values) => {
    if (typeof callback !== 'function') {
        throw new TypeError(name + ': ' + callback + ' (expected: a function)');
    }
    return host.start(values.length === 0 ? callback : () => callback(...values), Number(delay) || 0, repeat);
};

const stop = (id) => {
    if (Number.isInteger(id) && id > 0 && id <= 0x7fffffff) {
        host.stop(id);
    }
};

export function setTimeout(callback, delay, ...values) {
    return start('setTimeout', callback, delay, false, values);
}

export function setInterval(callback, delay, ...values) {
    return start('setInterval', callback, delay, true, values);
}

export function clearTimeout(id) {
    stop(id);
}

export function clearInterval(id) {
    stop(id);
}

export default { setTimeout, setInterval, clearTimeout, clearInterval };
