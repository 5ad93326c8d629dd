package org.solitude.crypto;

/** A table with encrypted columns, which {@link Reencryption} encrypts with the current key. */
public interface ReencryptableTable {

    /** Returns the name of the table for the log and the operator. */
    String name();

    /**
     * Checks the rows after {@code after} in the order of their ids and re-encrypts those with an older key, in the
     * transaction of the caller.
     *
     * @param limit the number of rows to check
     */
    Page reencryptAfter(long after, int limit);

    /**
     * The checked rows.
     *
     * @param last the id of the last row
     * @param checked the number of rows; less than the limit at the end of the table
     * @param reencrypted the number of rows that had an older key
     */
    record Page(long last, int checked, int reencrypted) {}
}
