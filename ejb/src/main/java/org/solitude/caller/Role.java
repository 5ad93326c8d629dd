package org.solitude.caller;

import java.util.Set;

/**
 * The roles of callers. Annotations, web.xml and the client command use the same names.
 *
 * <p>Whoever has any of them may read. {@link #CLIENT} and {@link #PAYER} do not include each other, so that whoever
 * keeps the records need not be able to move money; {@link #OPERATOR} includes all.
 */
public final class Role {

    /** Reads records and its own tasks. */
    public static final String READER = "reader";

    /** Also writes records, here and at providers, but moves no money. */
    public static final String CLIENT = "client";

    /** Reads, pays and refunds. */
    public static final String PAYER = "payer";

    /** May do all of it, operates the server, and sees every record and task. */
    public static final String OPERATOR = "operator";

    /** All roles. */
    public static final Set<String> ALL = Set.of(READER, CLIENT, PAYER, OPERATOR);

    private Role() {}
}
