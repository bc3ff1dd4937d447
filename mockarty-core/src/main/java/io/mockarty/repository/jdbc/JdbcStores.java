package io.mockarty.repository.jdbc;

import io.mockarty.repository.Change;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.StoreTransaction;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stores in a database, one row for each key. */
final class JdbcStores implements StoreRepository {

    private final Transactions transactions;

    JdbcStores(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<String, @Nullable Object> content(String namespace, StoreId store) {
        return transactions.read(
                sql -> Collections.unmodifiableMap(new JdbcStoreTransaction(sql, namespace, store).read()));
    }

    @Override
    public <T extends @Nullable Object> T update(String namespace, StoreId store, Function<StoreTransaction, T> work) {
        return transactions.write(namespace, write -> {
            JdbcStoreTransaction transaction = new JdbcStoreTransaction(write.sql(), namespace, store);
            T result = transaction.run(work);
            if (transaction.flush()) {
                write.changed(Change.Kind.STORE, store.literal());
            }
            return result;
        });
    }
}
