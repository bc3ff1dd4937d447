const host = __host('k6/encoding');

export const b64encode = (value, encoding) => host.encode(value, encoding ?? 'std');
// As in k6, the third argument "s" asks for a string, and without it the bytes come.
export const b64decode = (text, encoding, format) => host.decode(String(text), encoding ?? 'std', format === 's');

export const base64Encode = (value) => host.encode(value, 'std');
export const base64Decode = (text) => host.decode(String(text), 'std', true);
export const jsonParse = (text) => JSON.parse(text);
export const jsonStringify = (value) => JSON.stringify(value);

export default { b64encode, b64decode, base64Encode, base64Decode, jsonParse, jsonStringify };
