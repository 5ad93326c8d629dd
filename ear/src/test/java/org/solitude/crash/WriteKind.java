package org.solitude.crash;

import java.util.Random;
import java.util.UUID;
import org.solitude.testkit.client.ApiResponse;

/** The writes that are made, what each must be answered, and how many buyers it must leave. */
enum WriteKind {
    /** An honest creation; its uuid is unique, so a second execution would be answered wrongly. */
    CREATE("/generic/buyer/", 201, 1),
    /** A creation that no key protects: a second execution would leave a second buyer. */
    CREATE_UNGUARDED("/probe/write/unguarded/", 201, 1),
    /** A uuid that is taken: the answer is an error, and a stored one. */
    DUPLICATE("/generic/buyer/", 422, 0),
    /** Writes, then throws: nothing may be left. */
    THROW("/probe/write/throw/", 500, 0);

    /** Taken before the violence begins. */
    static final String TAKEN_UUID = "taken";

    private final String path;
    private final int status;
    private final int buyers;

    WriteKind(String path, int status, int buyers) {
        this.path = path;
        this.status = status;
        this.buyers = buyers;
    }

    static WriteKind random(Random chance) {
        return values()[chance.nextInt(values().length)];
    }

    String path() {
        return path;
    }

    int buyers() {
        return buyers;
    }

    String uuid(Random chance) {
        return this == DUPLICATE ? TAKEN_UUID : name() + ":" + new UUID(chance.nextLong(), chance.nextLong());
    }

    /** Whether this is what a write of this kind is answered when nothing goes wrong. */
    boolean expects(ApiResponse answer, String uuid) {
        boolean right = answer.isFinal() && answer.status() == status;
        return switch (this) {
            case CREATE, CREATE_UNGUARDED ->
                right && answer.json().getString("uuid").startsWith(uuid);
            case DUPLICATE -> right && answer.text().contains("BUYER_UUID_ALREADY_EXISTS");
            case THROW -> right;
        };
    }
}
