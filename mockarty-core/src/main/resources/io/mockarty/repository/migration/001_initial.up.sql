-- Every table is part of one world: its rows belong to a row of namespaces, which each write locks first.
-- Times are microseconds since 1970 in UTC, but for closed_at of mocks, which are milliseconds as in their documents.

-- What can be queried on PostgreSQL: the document as jsonb, or NULL when that type cannot hold it (half surrogates,
-- numbers of a million digits). The program reads the text only, which keeps every document as it was written.
--only:postgresql CREATE FUNCTION mockarty_document(source TEXT) RETURNS JSONB LANGUAGE plpgsql IMMUTABLE AS $$
--only:postgresql BEGIN
--only:postgresql     RETURN pg_catalog.replace(source, '\u0000', '\ufffd')::pg_catalog.jsonb;
--only:postgresql EXCEPTION WHEN OTHERS THEN
--only:postgresql     RETURN NULL;
--only:postgresql END
--only:postgresql $$;

-- A namespace that was deleted keeps its row, closed, so that its revisions go on when it is made again.
CREATE TABLE namespaces (
    name ${key} NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    evicted_logs BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);

-- What each write changed, in order. Old revisions are pruned.
CREATE TABLE changes (
    namespace ${key} NOT NULL,
    revision BIGINT NOT NULL,
    place BIGINT NOT NULL,
    kind ${key} NOT NULL,
    subject ${key} NOT NULL,
    PRIMARY KEY (namespace, revision, place)
);

CREATE TABLE mocks (
    namespace ${key} NOT NULL,
    id ${key} NOT NULL,
    version BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    chain_id ${key},
    folder_id ${key},
    closed_at BIGINT,
    search ${text} NOT NULL,
    source ${text} NOT NULL,
--only:postgresql     document JSONB GENERATED ALWAYS AS (mockarty_document(source)) STORED,
    PRIMARY KEY (namespace, id)
);
CREATE INDEX mocks_by_ordinal ON mocks (namespace, ordinal);
--only:postgresql CREATE INDEX mocks_by_document ON mocks USING gin (document jsonb_path_ops);

-- Versions before the one in mocks.
CREATE TABLE mock_versions (
    namespace ${key} NOT NULL,
    mock_id ${key} NOT NULL,
    version BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    source ${text} NOT NULL,
    PRIMARY KEY (namespace, mock_id, version)
);

CREATE TABLE mock_tags (
    namespace ${key} NOT NULL,
    mock_id ${key} NOT NULL,
    tag ${key} NOT NULL,
    PRIMARY KEY (namespace, mock_id, tag)
);

CREATE TABLE mock_folders (
    namespace ${key} NOT NULL,
    id ${key} NOT NULL,
    parent_id ${key},
    name ${key} NOT NULL,
    sort_order BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (namespace, id)
);

CREATE TABLE store_values (
    namespace ${key} NOT NULL,
    store ${key} NOT NULL,
    entry ${key} NOT NULL,
    source ${text} NOT NULL,
--only:postgresql     document JSONB GENERATED ALWAYS AS (mockarty_document(source)) STORED,
    PRIMARY KEY (namespace, store, entry)
);

CREATE TABLE counters (
    namespace ${key} NOT NULL,
    mock_id ${key} NOT NULL,
    version BIGINT NOT NULL,
    kind ${key} NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (namespace, mock_id, version, kind)
);

CREATE TABLE scenarios (
    namespace ${key} NOT NULL,
    scenario ${key} NOT NULL,
    state ${key} NOT NULL,
    PRIMARY KEY (namespace, scenario)
);

-- mock_id is empty for a request that no mock answered.
CREATE TABLE request_logs (
    sequence ${identity},
    namespace ${key} NOT NULL,
    mock_id ${key} NOT NULL,
    arrived_at BIGINT NOT NULL,
    source ${text} NOT NULL
--only:postgresql     , document JSONB GENERATED ALWAYS AS (mockarty_document(source)) STORED
);
CREATE INDEX request_logs_by_mock ON request_logs (namespace, mock_id, arrived_at, sequence);

CREATE TABLE undefined_requests (
    namespace ${key} NOT NULL,
    id ${key} NOT NULL,
    amount BIGINT NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    ignored BOOLEAN NOT NULL,
    truncated BOOLEAN NOT NULL,
    source ${text} NOT NULL,
--only:postgresql     document JSONB GENERATED ALWAYS AS (mockarty_document(source)) STORED,
    PRIMARY KEY (namespace, id)
);
