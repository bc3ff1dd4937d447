const refuse = (value) => {
    const error = new Error('structuredClone: ' + String(value) + ' (expected: data, without functions and symbols)');
    error.name = 'DataCloneError';
    throw error;
};

const errors = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

const copy = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') {
        refuse(value);
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    if (seen.has(value)) {
        return seen.get(value);
    }
    const keep = (made) => {
        seen.set(value, made);
        return made;
    };
    if (value instanceof Boolean || value instanceof Number || value instanceof String) {
        return keep(Object(value.valueOf()));
    }
    if (value instanceof Date) {
        return keep(new Date(value.getTime()));
    }
    if (value instanceof RegExp) {
        return keep(new RegExp(value.source, value.flags));
    }
    if (value instanceof ArrayBuffer) {
        return keep(value.slice(0));
    }
    if (ArrayBuffer.isView(value)) {
        const buffer = copy(value.buffer, seen);
        const length = value instanceof DataView ? value.byteLength : value.length;
        return keep(new value.constructor(buffer, value.byteOffset, length));
    }
    if (value instanceof Map) {
        const made = keep(new Map());
        value.forEach((item, key) => made.set(copy(key, seen), copy(item, seen)));
        return made;
    }
    if (value instanceof Set) {
        const made = keep(new Set());
        value.forEach((item) => made.add(copy(item, seen)));
        return made;
    }
    if (value instanceof Error) {
        const made = keep(new (errors[value.name] ?? Error)(value.message));
        made.stack = value.stack;
        if ('cause' in value) {
            made.cause = copy(value.cause, seen);
        }
        return made;
    }
    if (value instanceof WeakMap || value instanceof WeakSet || value instanceof Promise) {
        refuse(value);
    }
    const made = keep(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) {
        made[key] = copy(value[key], seen);
    }
    return made;
};

export function structuredClone(value) {
    return copy(value, new Map());
}

export default { structuredClone };
