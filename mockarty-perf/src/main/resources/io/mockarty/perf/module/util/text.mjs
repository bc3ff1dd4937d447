const { text, base64 } = __host('mockarty/internal/globals');

export class TextEncoder {
    get encoding() {
        return 'utf-8';
    }

    encode(input = '') {
        return new Uint8Array(text.encode(String(input).toWellFormed()));
    }

    encodeInto(source, destination) {
        let read = 0;
        let written = 0;
        for (const character of String(source).toWellFormed()) {
            const bytes = this.encode(character);
            if (written + bytes.length > destination.length) {
                break;
            }
            destination.set(bytes, written);
            written += bytes.length;
            read += character.length;
        }
        return { read, written };
    }
}

const NOTHING = new Uint8Array(0);

export class TextDecoder {
    #decoder;

    constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
        this.fatal = !!fatal;
        this.ignoreBOM = !!ignoreBOM;
        this.#decoder = text.decoder(String(label), this.fatal, this.ignoreBOM);
        this.encoding = this.#decoder.encoding();
    }

    decode(input = NOTHING, { stream = false } = {}) {
        return this.#decoder.decode(input, !!stream);
    }
}

const invalid = (message) => {
    const error = new Error(message);
    error.name = 'InvalidCharacterError';
    return error;
};

export function btoa(input) {
    const string = String(input);
    const bytes = new Uint8Array(string.length);
    for (let i = 0; i < string.length; i++) {
        const code = string.charCodeAt(i);
        if (code > 255) {
            throw invalid('btoa: a character beyond U+00FF at ' + i + ' (expected: bytes; encode the text before)');
        }
        bytes[i] = code;
    }
    return base64.encode(bytes, 'std');
}

export function atob(input) {
    let string = String(input).replace(/[\t\n\f\r ]/g, '');
    if (string.length % 4 === 0) {
        string = string.replace(/={1,2}$/, '');
    }
    if (string.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(string)) {
        throw invalid('atob: the string is no Base64 (expected: letters, digits, + and /)');
    }
    const bytes = new Uint8Array(base64.decode(string, 'rawstd', false));
    let output = '';
    for (let i = 0; i < bytes.length; i += 8192) {
        output += String.fromCharCode(...bytes.subarray(i, i + 8192));
    }
    return output;
}

export default { TextEncoder, TextDecoder, btoa, atob };
