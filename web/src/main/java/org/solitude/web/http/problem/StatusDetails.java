package org.solitude.web.http.problem;

import org.jspecify.annotations.Nullable;

/**
 * The details of problems for which the server knows no more than a status: enough for an honest client to correct its
 * request, nothing for an attacker.
 */
public final class StatusDetails {

    private StatusDetails() {}

    /** Returns a sentence that says what to change; null for a status that only our own code uses. */
    public static @Nullable String of(int status) {
        return switch (status) {
            case 400 -> "The request is malformed: check its path, its query and its headers.";
            case 401 -> "Say who you are: HTTP Basic with a client's name and secret, or a bearer token.";
            case 403 -> "You are known, but you may not do this.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This resource does not answer to this method; the Allow header names those it does.";
            case 406 -> "None of the accepted media types can be given; application/json can.";
            case 413 -> "The body is larger than this server takes.";
            case 414 -> "The URI is longer than this server takes.";
            case 415 -> "The body's media type is not understood; send application/json.";
            case 431 -> "The headers are larger than this server takes.";
            case 500 ->
                "Something failed on our side. Whether anything was changed is uncertain: look before you repeat.";
            case 503 -> "The server cannot take this now. Send it again in a moment.";
            default -> null;
        };
    }
}
