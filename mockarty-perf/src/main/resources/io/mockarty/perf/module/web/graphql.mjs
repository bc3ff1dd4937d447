const host = __host('mockarty/graphql');

const send = (url, query, variables, options) => {
    const response = host.query(String(url), String(query), variables, options);
    response.json = () => (response.body === '' ? null : JSON.parse(response.body));
    return response;
};

export const query = (url, query, variables, options) => send(url, query, variables, options);
export const mutate = query;

class Client {
    #url;
    #options;

    constructor(url, options) {
        this.#url = url;
        this.#options = options ?? {};
    }

    query(query, variables, options) {
        const headers = { ...this.#options.headers, ...options?.headers };
        const tags = { ...this.#options.tags, ...options?.tags };
        return send(this.#url, query, variables, { ...this.#options, ...options, headers, tags });
    }

    mutate(query, variables, options) {
        return this.query(query, variables, options);
    }
}

export const client = (url, options) => new Client(url, options);

export default { query, mutate, client };
