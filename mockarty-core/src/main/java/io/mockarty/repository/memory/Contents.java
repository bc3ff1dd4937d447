package io.mockarty.repository.memory;

/**
 * All that is in one namespace. Guarded by the lock of its {@link World}.
 *
 * @param mocks the mocks
 * @param folders the folders
 * @param stores the stores
 * @param counters counters and states
 * @param logs the requests of each mock
 * @param undefined what no mock answered
 */
record Contents(
        MockTable mocks,
        FolderTable folders,
        StoreTable stores,
        CounterTable counters,
        LogTable logs,
        UndefinedTable undefined) {

    static Contents empty(int logLimit) {
        return new Contents(
                new MockTable(),
                new FolderTable(),
                new StoreTable(),
                new CounterTable(),
                new LogTable(logLimit),
                new UndefinedTable());
    }
}
