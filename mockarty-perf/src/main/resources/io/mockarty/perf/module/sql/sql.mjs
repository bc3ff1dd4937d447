const host = __host('mockarty/sql');

const parameters = (rest) => (rest.length === 1 && Array.isArray(rest[0]) ? rest[0] : rest);

// Dates become texts by themselves; undefined would be left out of an array and is as good as null.
const plain = (values) => parameters(values).map((value) => (value === undefined ? null : value));

class Database {
    #host;

    constructor(database) {
        this.#host = database;
    }

    query(sql, ...rest) {
        return this.#host.query(String(sql), plain(rest));
    }

    queryOne(sql, ...rest) {
        return this.query(sql, ...rest)[0] ?? null;
    }

    exec(sql, ...rest) {
        return this.#host.exec(String(sql), plain(rest));
    }

    transaction(body) {
        if (typeof body !== 'function') {
            throw new TypeError('sql.transaction: no function (expected: (tx) => { tx.exec(...); })');
        }
        this.#host.begin();
        try {
            const result = body(this);
            this.#host.commit();
            return result;
        } finally {
            this.#host.rollback();
        }
    }

    // The connections belong to all users and are closed when the test ends.
    close() {}
}

export function open(driver, dsn, options) {
    return new Database(host.open(driver, dsn, options));
}

export default { open };
