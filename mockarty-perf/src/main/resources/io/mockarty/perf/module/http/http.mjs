const host = __host('k6/http');

export const { get, head, post, put, patch, del, options, request, batch, asyncRequest } = host;

// http.url`https://host/users/${id}` is requested with the id and counted without it.
export const url = (parts, ...values) => {
    let text = parts[0];
    let name = parts[0];
    values.forEach((value, i) => {
        text += value + parts[i + 1];
        name += '${}' + parts[i + 1];
    });
    return { url: text, name, toString: () => text };
};

export class FileData {
    constructor(data, filename, content_type) {
        this.data = data;
        this.filename = filename;
        this.content_type = content_type;
    }
}

export const file = (data, filename, content_type) =>
    new FileData(data, filename ?? String(Date.now()), content_type ?? 'application/octet-stream');

export class CookieJar {
    #jar;

    constructor(jar) {
        this.#jar = jar ?? host.newJar();
    }

    get __jar() {
        return this.#jar;
    }

    cookiesForURL(url) {
        return this.#jar.cookiesForURL(String(url));
    }

    set(url, name, value, options) {
        return this.#jar.set(String(url), String(name), String(value), options ?? null);
    }

    clear(url) {
        this.#jar.clear(String(url));
    }

    delete(url, name) {
        this.#jar.delete(String(url), String(name));
    }
}

export const cookieJar = () => new CookieJar(host.jar());

export const expectedStatuses = (...ranges) => {
    for (const range of ranges) {
        const number = Number.isInteger(range);
        if (!number && !(Number.isInteger(range?.min) && Number.isInteger(range?.max))) {
            throw new TypeError('expectedStatuses: ' + JSON.stringify(range) + ' (expected: a status or {min: 200, max: 299})');
        }
    }
    return {
        expectedStatuses: ranges.map((range) => (Number.isInteger(range) ? { min: range, max: range } : range)),
    };
};

export const setResponseCallback = (callback) => host.setResponseCallback(callback ?? null);

const page = (response) => require('k6/html').parseHTML(response.body ?? '');

host.setPages({
    html: (response, selector) => (selector === undefined ? page(response) : page(response).find(selector)),
    submitForm: (response, { formSelector = 'form', fields = {}, submitSelector = '[type="submit"]', params } = {}) => {
        const form = page(response).find(formSelector).first();
        if (form.size() === 0) {
            throw new Error('submitForm: no form found for selector "' + formSelector + '" in ' + response.url);
        }
        const method = (form.attr('method') ?? 'get').toUpperCase();
        const target = host.resolve(response.url, form.attr('action') ?? '');
        const values = { ...form.serializeObject() };
        const submit = form.find(submitSelector);
        if (submit.attr('name') !== undefined) {
            values[submit.attr('name')] = submit.val();
        }
        Object.assign(values, fields);
        if (method !== 'GET') {
            return request(method, target, values, params);
        }
        const query = Object.entries(values)
            .map(([name, value]) => encodeURIComponent(name) + '=' + encodeURIComponent(value))
            .join('&');
        return get(target.split('?')[0] + (query ? '?' + query : ''), params);
    },
    clickLink: (response, { selector = 'a[href]', params } = {}) => {
        const href = page(response).find(selector).first().attr('href');
        if (href === undefined) {
            throw new Error('clickLink: no link found for selector "' + selector + '" in ' + response.url);
        }
        return get(host.resolve(response.url, href), params);
    },
});

export const SSL_3_0 = 'ssl3.0';
export const TLS_1_0 = 'tls1.0';
export const TLS_1_1 = 'tls1.1';
export const TLS_1_2 = 'tls1.2';
export const TLS_1_3 = 'tls1.3';
export const OCSP_STATUS_GOOD = 'good';
export const OCSP_STATUS_REVOKED = 'revoked';
export const OCSP_STATUS_SERVER_FAILED = 'server_failed';
export const OCSP_STATUS_UNKNOWN = 'unknown';
export const OCSP_REASON_UNSPECIFIED = 'unspecified';
export const OCSP_REASON_KEY_COMPROMISE = 'key_compromise';
export const OCSP_REASON_CA_COMPROMISE = 'ca_compromise';
export const OCSP_REASON_AFFILIATION_CHANGED = 'affiliation_changed';
export const OCSP_REASON_SUPERSEDED = 'superseded';
export const OCSP_REASON_CESSATION_OF_OPERATION = 'cessation_of_operation';
export const OCSP_REASON_CERTIFICATE_HOLD = 'certificate_hold';
export const OCSP_REASON_REMOVE_FROM_CRL = 'remove_from_crl';
export const OCSP_REASON_PRIVILEGE_WITHDRAWN = 'privilege_withdrawn';
export const OCSP_REASON_AA_COMPROMISE = 'aa_compromise';

export default {
    get, head, post, put, patch, del, options, request, batch, asyncRequest, url, file, FileData, CookieJar, cookieJar,
    expectedStatuses, setResponseCallback, SSL_3_0, TLS_1_0, TLS_1_1, TLS_1_2, TLS_1_3, OCSP_STATUS_GOOD,
    OCSP_STATUS_REVOKED, OCSP_STATUS_SERVER_FAILED, OCSP_STATUS_UNKNOWN, OCSP_REASON_UNSPECIFIED,
    OCSP_REASON_KEY_COMPROMISE, OCSP_REASON_CA_COMPROMISE, OCSP_REASON_AFFILIATION_CHANGED, OCSP_REASON_SUPERSEDED,
    OCSP_REASON_CESSATION_OF_OPERATION, OCSP_REASON_CERTIFICATE_HOLD, OCSP_REASON_REMOVE_FROM_CRL,
    OCSP_REASON_PRIVILEGE_WITHDRAWN, OCSP_REASON_AA_COMPROMISE,
};
