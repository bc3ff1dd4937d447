package io.mockarty.repository;

import io.mockarty.journal.UndefinedRequest;
import java.util.Collection;
import java.util.List;

/** What no mock answered, one row for each method and path. Thread-safe. */
public interface UndefinedRequestRepository {

    /** How many rows of a namespace are kept; of more, those not seen for longest go. */
    int MAX_ROWS = 1_000;

    /**
     * Adds to the rows.
     *
     * @param namespace the namespace
     * @param requests what was seen since the last call: counts are added, samples replaced; ids are given here
     */
    void add(String namespace, List<UndefinedRequest> requests);

    /**
     * Lists the rows.
     *
     * @param namespace the namespace
     * @return all rows, the one seen latest first
     */
    List<UndefinedRow> all(String namespace);

    /**
     * Marks a row as of no interest.
     *
     * @param namespace the namespace
     * @param id the id of the row
     * @return false when it does not exist
     */
    boolean ignore(String namespace, String id);

    /**
     * Removes rows.
     *
     * @param namespace the namespace
     * @param ids their ids; unknown ones are ignored
     */
    void delete(String namespace, Collection<String> ids);

    /**
     * Removes all rows.
     *
     * @param namespace the namespace
     */
    void deleteAll(String namespace);
}
