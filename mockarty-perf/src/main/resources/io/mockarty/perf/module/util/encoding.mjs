const host = __host('k6/encoding');

export function b64encode(input, encoding = 'std') {
    return host.encode(input, encoding || 'std');
}

export function b64decode(input, encoding = 'std', format = '') {
    return host.decode(String(input), encoding || 'std', format === 's');
}

export function base64Encode(input) {
    return host.encode(input, 'std');
}

export function base64Decode(input) {
    return host.decode(String(input), 'std', true);
}

export function jsonParse(text) {
    return JSON.parse(text);
}

export function jsonStringify(value, replacer, space) {
    return JSON.stringify(value, replacer, space);
}

export default { b64encode, b64decode, base64Encode, base64Decode, jsonParse, jsonStringify };
