// URLs as browsers read them (https://url.spec.whatwg.org), without the drive letters of file URLs.
const { text } = __host('mockarty/internal/globals');

const PORTS = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': '' };
const special = (scheme) => Object.hasOwn(PORTS, scheme);

const FRAGMENT = ' "<>`';
const QUERY = ' "#<>';
const SPECIAL_QUERY = QUERY + "'";
const PATH = QUERY + '?^`{}';
const USER = PATH + '/:;=@[\\]|';

const escape = (input, set) => {
    let output = '';
    for (const character of input.toWellFormed()) {
        const code = character.codePointAt(0);
        if (code > 0x7e) {
            output += encodeURIComponent(character);
        } else if (code < 0x20 || set.includes(character)) {
            output += '%' + code.toString(16).toUpperCase().padStart(2, '0');
        } else {
            output += character;
        }
    }
    return output;
};

// Bytes that are no UTF-8 become replacement characters.
const decoded = (input) => {
    if (!input.includes('%')) {
        return input;
    }
    try {
        return decodeURIComponent(input.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
    } catch (malformed) {
        const bytes = [];
        for (let i = 0; i < input.length; i++) {
            const hex = input.slice(i + 1, i + 3);
            if (input[i] === '%' && /^[0-9A-Fa-f]{2}$/.test(hex)) {
                bytes.push(parseInt(hex, 16));
                i += 2;
            } else {
                bytes.push(...new TextEncoder().encode(input[i]));
            }
        }
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
    }
};

const ipv4Part = (part) => {
    if (/^0x[0-9a-f]*$/i.test(part)) {
        return part.length === 2 ? 0 : parseInt(part, 16);
    }
    if (/^0[0-7]+$/.test(part)) {
        return parseInt(part, 8);
    }
    return /^[0-9]+$/.test(part) ? parseInt(part, 10) : NaN;
};

// A name that ends in a number is an address of IPv4, or none at all.
const ipv4 = (host) => {
    const parts = host.split('.');
    if (parts.length > 1 && parts[parts.length - 1] === '') {
        parts.pop();
    }
    const last = parts[parts.length - 1];
    if (!/^([0-9]+|0x[0-9a-f]*)$/i.test(last)) {
        return host;
    }
    const numbers = parts.map(ipv4Part);
    const rest = 256 ** (5 - numbers.length);
    if (numbers.length > 4 || numbers.some(Number.isNaN) || numbers.slice(0, -1).some((n) => n > 255) || numbers.at(-1) >= rest) {
        return null;
    }
    let address = numbers.at(-1);
    numbers.slice(0, -1).forEach((number, index) => {
        address += number * 256 ** (3 - index);
    });
    return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
};

const ipv6 = (input) => {
    let address = input;
    const dotted = /^(.*:)([0-9]+\.[0-9]+\.[0-9]+\.[0-9]+)$/.exec(input);
    if (dotted) {
        const bytes = dotted[2].split('.').map(Number);
        if (bytes.some((byte) => byte > 255)) {
            return null;
        }
        address = dotted[1] + (bytes[0] * 256 + bytes[1]).toString(16) + ':' + (bytes[2] * 256 + bytes[3]).toString(16);
    }
    const halves = address.split('::');
    const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
    const count = groups.flat().length;
    if (halves.length > 2 || groups.flat().some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) {
        return null;
    }
    if (halves.length === 1 ? count !== 8 : count > 7) {
        return null;
    }
    const all = (halves.length === 1 ? groups[0] : [...groups[0], ...Array(8 - count).fill('0'), ...groups[1]])
        .map((group) => parseInt(group, 16).toString(16));
    let best = { at: -1, length: 1 };
    for (let i = 0; i < 8; i++) {
        let length = 0;
        while (all[i + length] === '0') {
            length++;
        }
        if (length > best.length) {
            best = { at: i, length };
        }
        i += length;
    }
    return best.at < 0
        ? all.join(':')
        : all.slice(0, best.at).join(':') + '::' + all.slice(best.at + best.length).join(':');
};

const parseHost = (input, scheme) => {
    if (input.startsWith('[')) {
        const address = input.endsWith(']') ? ipv6(input.slice(1, -1)) : null;
        return address === null ? null : '[' + address + ']';
    }
    if (!special(scheme)) {
        return /[\0\t\n\r #/:<>?@[\\\]^|]/.test(input) ? null : escape(input, '');
    }
    const name = decoded(input);
    const ascii = /^[\x21-\x7e]*$/.test(name) ? name.toLowerCase() : text.asciiHost(name);
    if (ascii === null || ascii === '' || /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/.test(ascii)) {
        return null;
    }
    return ipv4(ascii);
};

const parsePort = (input, scheme) => {
    if (input === '') {
        return '';
    }
    if (!/^[0-9]+$/.test(input) || Number(input) > 65535) {
        return null;
    }
    const port = String(Number(input));
    return port === PORTS[scheme] ? '' : port;
};

const parseAuthority = (input, url) => {
    const at = input.lastIndexOf('@');
    if (at >= 0) {
        const user = input.slice(0, at);
        const colon = user.indexOf(':');
        url.username = escape(colon < 0 ? user : user.slice(0, colon), USER);
        url.password = colon < 0 ? '' : escape(user.slice(colon + 1), USER);
    }
    const place = input.slice(at + 1);
    const port = /:([^:\]]*)$/.exec(place);
    const name = port ? place.slice(0, port.index) : place;
    if (name === '' && (at >= 0 || port || (special(url.scheme) && url.scheme !== 'file:'))) {
        return false;
    }
    url.host = name === '' ? '' : parseHost(name, url.scheme);
    url.port = port ? parsePort(port[1], url.scheme) : '';
    return url.host !== null && url.port !== null;
};

const isDot = (segment) => /^(\.|%2e)$/i.test(segment);
const isDots = (segment) => /^(\.|%2e){2}$/i.test(segment);

// Adds the segments of a path that begins with a slash.
const addPath = (input, url, before = []) => {
    const segments = [...before];
    const parts = input.split(special(url.scheme) ? /[/\\]/ : '/').slice(1);
    parts.forEach((part, index) => {
        const last = index === parts.length - 1;
        if (isDots(part)) {
            segments.pop();
        } else if (!isDot(part)) {
            segments.push(escape(part, PATH));
            return;
        }
        if (last) {
            segments.push('');
        }
    });
    url.path = segments;
};

const startsPath = (input, scheme) => input.startsWith('/') || (special(scheme) && input.startsWith('\\'));

const afterScheme = (rest, url, base) => {
    const slashes = special(url.scheme) ? /^[/\\]{2}/ : /^\/\//;
    if (slashes.test(rest) || (special(url.scheme) && url.scheme !== 'file:' && !base)) {
        const authority = special(url.scheme) && url.scheme !== 'file:' ? rest.replace(/^[/\\]*/, '') : rest.slice(2);
        const end = authority.search(special(url.scheme) ? /[/\\]/ : /\//);
        const path = end < 0 ? '' : authority.slice(end);
        if (!parseAuthority(end < 0 ? authority : authority.slice(0, end), url)) {
            return false;
        }
        addPath(path === '' && special(url.scheme) ? '/' : path, url);
        return true;
    }
    if (base) {
        url.username = base.username;
        url.password = base.password;
        url.host = base.host;
        url.port = base.port;
        if (rest === '') {
            url.path = base.path;
        } else if (startsPath(rest, url.scheme)) {
            addPath(rest, url);
        } else {
            addPath('/' + rest, url, base.path.slice(0, -1));
        }
        return true;
    }
    if (url.scheme === 'file:' || startsPath(rest, url.scheme)) {
        url.host = url.scheme === 'file:' ? '' : null;
        addPath(startsPath(rest, url.scheme) ? rest : '/' + rest, url);
        return true;
    }
    url.path = escape(rest, '');
    return true;
};

const parse = (input, base) => {
    let rest = input.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
    const url = { scheme: '', username: '', password: '', host: null, port: '', path: [], query: null, fragment: null };
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*:)/.exec(rest);
    const hash = rest.indexOf('#');
    if (hash >= 0) {
        url.fragment = escape(rest.slice(hash + 1), FRAGMENT);
        rest = rest.slice(0, hash);
    }
    const mark = rest.indexOf('?');
    const query = mark < 0 ? null : rest.slice(mark + 1);
    rest = mark < 0 ? rest : rest.slice(0, mark);
    let from;
    if (scheme && (hash < 0 || scheme[0].length <= hash)) {
        url.scheme = scheme[0].toLowerCase();
        rest = rest.slice(scheme[0].length);
        const same = base && base.scheme === url.scheme && special(url.scheme);
        from = same && !/^[/\\]/.test(rest) ? base : undefined;
    } else if (!base || (typeof base.path === 'string' && (rest !== '' || query !== null || hash < 0))) {
        return null;
    } else {
        url.scheme = base.scheme;
        from = base;
    }
    if (from && typeof from.path === 'string') {
        url.path = from.path;
    } else if (!afterScheme(rest, url, from)) {
        return null;
    }
    if (query !== null) {
        url.query = escape(query, special(url.scheme) ? SPECIAL_QUERY : QUERY);
    } else if (from && rest === '') {
        url.query = from.query;
    }
    return url;
};

const pathOf = (url) => (typeof url.path === 'string' ? url.path : url.path.map((segment) => '/' + segment).join(''));

const print = (url) => {
    let output = url.scheme;
    if (url.host !== null) {
        output += '//';
        if (url.username !== '' || url.password !== '') {
            output += url.username + (url.password === '' ? '' : ':' + url.password) + '@';
        }
        output += url.host + (url.port === '' ? '' : ':' + url.port);
    } else if (typeof url.path !== 'string' && url.path.length > 1 && url.path[0] === '') {
        output += '/.';
    }
    return (
        output + pathOf(url) + (url.query === null ? '' : '?' + url.query) + (url.fragment === null ? '' : '#' + url.fragment)
    );
};

const formEncode = (input) =>
    encodeURIComponent(input.toWellFormed())
        .replace(/[!'()~]/g, (character) => '%' + character.charCodeAt(0).toString(16).toUpperCase())
        .replace(/%20/g, '+');

const formPairs = (input) =>
    input
        .split('&')
        .filter((part) => part !== '')
        .map((part) => {
            const equals = part.indexOf('=');
            const name = equals < 0 ? part : part.slice(0, equals);
            const value = equals < 0 ? '' : part.slice(equals + 1);
            return [decoded(name.replace(/\+/g, ' ')), decoded(value.replace(/\+/g, ' '))];
        });

export class URLSearchParams {
    #pairs = [];
    #changed = () => {};

    constructor(init = '') {
        if (typeof init === 'object' && init !== null) {
            if (typeof init[Symbol.iterator] === 'function') {
                for (const pair of init) {
                    const [name, value, ...more] = [...pair];
                    if (value === undefined || more.length > 0) {
                        throw new TypeError('URLSearchParams: ' + JSON.stringify(pair) + ' (expected: pairs of name and value)');
                    }
                    this.#pairs.push([String(name), String(value)]);
                }
            } else {
                this.#pairs = Object.entries(init).map(([name, value]) => [name, String(value)]);
            }
        } else {
            this.#pairs = formPairs(String(init).replace(/^\?/, ''));
        }
    }

    static bound(query, changed) {
        const params = new URLSearchParams(query);
        params.#changed = changed;
        return params;
    }

    static reread(params, query) {
        params.#pairs = formPairs(query);
    }

    get size() {
        return this.#pairs.length;
    }

    append(name, value) {
        this.#pairs.push([String(name), String(value)]);
        this.#changed();
    }

    delete(name, value) {
        this.#pairs = this.#pairs.filter(
            (pair) => pair[0] !== String(name) || (value !== undefined && pair[1] !== String(value)),
        );
        this.#changed();
    }

    get(name) {
        return this.#pairs.find((pair) => pair[0] === String(name))?.[1] ?? null;
    }

    getAll(name) {
        return this.#pairs.filter((pair) => pair[0] === String(name)).map((pair) => pair[1]);
    }

    has(name, value) {
        return this.#pairs.some((pair) => pair[0] === String(name) && (value === undefined || pair[1] === String(value)));
    }

    set(name, value) {
        const index = this.#pairs.findIndex((pair) => pair[0] === String(name));
        if (index < 0) {
            this.append(name, value);
            return;
        }
        this.#pairs[index] = [String(name), String(value)];
        this.#pairs = this.#pairs.filter((pair, at) => at <= index || pair[0] !== String(name));
        this.#changed();
    }

    sort() {
        this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
        this.#changed();
    }

    forEach(callback, self) {
        this.#pairs.forEach(([name, value]) => callback.call(self, value, name, this));
    }

    *entries() {
        for (const [name, value] of this.#pairs) {
            yield [name, value];
        }
    }

    *keys() {
        for (const [name] of this.#pairs) {
            yield name;
        }
    }

    *values() {
        for (const [, value] of this.#pairs) {
            yield value;
        }
    }

    [Symbol.iterator]() {
        return this.entries();
    }

    toString() {
        return this.#pairs.map(([name, value]) => formEncode(name) + '=' + formEncode(value)).join('&');
    }

    get [Symbol.toStringTag]() {
        return 'URLSearchParams';
    }
}

const { bound, reread } = URLSearchParams;
delete URLSearchParams.bound;
delete URLSearchParams.reread;

export class URL {
    #url;
    #params;

    constructor(input, base) {
        this.#url = read(input, base);
        if (this.#url === null) {
            const beside = base === undefined ? '' : ' with the base "' + base + '"';
            throw new TypeError('Invalid URL: "' + input + '"' + beside + ' (expected: such as https://host/path)');
        }
    }

    static canParse(input, base) {
        return read(input, base) !== null;
    }

    static parse(input, base) {
        return URL.canParse(input, base) ? new URL(input, base) : null;
    }

    #change(part, value) {
        this.#url[part] = value;
    }

    #queryChanged() {
        if (this.#params !== undefined) {
            reread(this.#params, this.#url.query ?? '');
        }
    }

    get href() {
        return print(this.#url);
    }

    set href(value) {
        this.#url = new URL(value).#url;
        this.#queryChanged();
    }

    get origin() {
        return special(this.#url.scheme) && this.#url.scheme !== 'file:' ? this.#url.scheme + '//' + this.host : 'null';
    }

    get protocol() {
        return this.#url.scheme;
    }

    set protocol(value) {
        const scheme = String(value).replace(/:.*/s, '').toLowerCase() + ':';
        if (/^[a-z][a-z0-9+.-]*:$/.test(scheme) && special(scheme) === special(this.#url.scheme)) {
            this.#url.scheme = scheme;
            this.#url.port = parsePort(this.#url.port, scheme);
        }
    }

    get username() {
        return this.#url.username;
    }

    set username(value) {
        if (this.#url.host) {
            this.#change('username', escape(String(value), USER));
        }
    }

    get password() {
        return this.#url.password;
    }

    set password(value) {
        if (this.#url.host) {
            this.#change('password', escape(String(value), USER));
        }
    }

    get host() {
        return (this.#url.host ?? '') + (this.#url.port === '' ? '' : ':' + this.#url.port);
    }

    set host(value) {
        const port = /:([0-9]*)$/.exec(String(value));
        this.hostname = port ? String(value).slice(0, port.index) : value;
        if (port && port[1] !== '') {
            this.port = port[1];
        }
    }

    get hostname() {
        return this.#url.host ?? '';
    }

    set hostname(value) {
        const host = typeof this.#url.path === 'string' ? null : parseHost(String(value), this.#url.scheme);
        if (host !== null) {
            this.#change('host', host);
        }
    }

    get port() {
        return this.#url.port;
    }

    set port(value) {
        const digits = /^[0-9]*/.exec(String(value))[0];
        const port = String(value) !== '' && digits === '' ? null : parsePort(digits, this.#url.scheme);
        if (port !== null && this.#url.host && this.#url.scheme !== 'file:') {
            this.#change('port', port);
        }
    }

    get pathname() {
        return pathOf(this.#url);
    }

    set pathname(value) {
        if (typeof this.#url.path !== 'string') {
            const path = escape(String(value), '?#');
            addPath(startsPath(path, this.#url.scheme) ? path : '/' + path, this.#url);
        }
    }

    get search() {
        return this.#url.query ? '?' + this.#url.query : '';
    }

    set search(value) {
        const query = String(value).replace(/^\?/, '');
        this.#change('query', query === '' ? null : escape(query, special(this.#url.scheme) ? SPECIAL_QUERY : QUERY));
        this.#queryChanged();
    }

    get searchParams() {
        this.#params ??= bound(this.#url.query ?? '', () => this.#change('query', this.#params.toString() || null));
        return this.#params;
    }

    get hash() {
        return this.#url.fragment ? '#' + this.#url.fragment : '';
    }

    set hash(value) {
        const fragment = String(value).replace(/^#/, '');
        this.#change('fragment', fragment === '' ? null : escape(fragment, FRAGMENT));
    }

    toString() {
        return this.href;
    }

    toJSON() {
        return this.href;
    }

    get [Symbol.toStringTag]() {
        return 'URL';
    }
}

function read(input, base) {
    if (base === undefined) {
        return parse(String(input));
    }
    const around = parse(String(base));
    return around === null ? null : parse(String(input), around);
}

export default { URL, URLSearchParams };
