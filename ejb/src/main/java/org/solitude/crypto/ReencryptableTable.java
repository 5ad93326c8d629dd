package org.solitude.crypto;

/** Rows with sealed columns, so that {@link Reencryption} can seal them again when the key has changed. */
public interface ReencryptableTable {

    /** What the table is called, for the log and the operator. */
    String name();

    /**
     * Looks at the rows after {@code after} in the order of their keys, and seals again what an older key sealed, in the
     * transaction of the caller.
     *
     * @param limit how many rows to look at
     */
    Page reencryptAfter(long after, int limit);

    /**
     * What was looked at.
     *
     * @param last the key of the last row looked at
     * @param checked how many rows were looked at; fewer than the limit at the end of the table
     * @param resealed how many of them an older key had sealed
     */
    record Page(long last, int checked, int reencrypted) {}
}
