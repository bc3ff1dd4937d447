// Runs in each context, before the script: it must not cost more than naming things.
const load = require;

const hidden = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });

const lazy = (module, names) => {
    for (const name of names) {
        Object.defineProperty(globalThis, name, {
            get: () => {
                const value = load(module)[name];
                hidden(name, value);
                return value;
            },
            set: (value) => hidden(name, value),
            configurable: true,
            enumerable: false,
        });
    }
};

lazy('k6/timers', ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']);
lazy('mockarty/internal/text', ['TextEncoder', 'TextDecoder', 'btoa', 'atob']);
lazy('mockarty/internal/url', ['URL', 'URLSearchParams']);
lazy('mockarty/internal/clone', ['structuredClone']);
lazy('mockarty/internal/clock', ['performance', 'queueMicrotask']);
lazy('mockarty/internal/webcrypto', ['crypto', 'Crypto', 'SubtleCrypto', 'CryptoKey']);

export default {};
