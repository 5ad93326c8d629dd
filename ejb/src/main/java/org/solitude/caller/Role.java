package org.solitude.caller;

/** The roles of callers. Annotations and the set-up script use the same names. */
public final class Role {

    /** Uses the API and sees its own tasks. */
    public static final String CLIENT = "client";

    /** Uses the API, operates the server and sees every task. */
    public static final String OPERATOR = "operator";

    private Role() {}
}
