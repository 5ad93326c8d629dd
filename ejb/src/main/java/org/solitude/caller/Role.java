package org.solitude.caller;

/** What a caller may be. The words are those of annotations and of the set-up script. */
public final class Role {

    /** Uses the API; sees its own tasks. */
    public static final String CLIENT = "client";

    /** Uses the API and watches over it; sees every task. */
    public static final String OPERATOR = "operator";

    private Role() {}
}
