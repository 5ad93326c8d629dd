package org.solitude.crash;

import java.util.Random;
import java.util.UUID;
import org.solitude.testkit.client.ApiResponse;

/** Kinds of writes, with the expected status and the number of buyers that each creates. */
enum WriteKind {
    /** Creates a buyer with a unique uuid; a second execution would get another response. */
    CREATE("/generic/buyer/", 201, 1),
    /** Creates a buyer without a unique uuid; a second execution would create a second buyer. */
    CREATE_UNGUARDED("/probe/write/unguarded/", 201, 1),
    /** Creates a buyer with a taken uuid; the stored response is an error. */
    DUPLICATE("/generic/buyer/", 422, 0),
    /** Creates a buyer, then throws; no buyer may remain. */
    THROW("/probe/write/throw/", 500, 0);

    /** The uuid of the buyer that is created before the first kill. */
    static final String TAKEN_UUID = "taken";

    private final String path;
    private final int status;
    private final int buyers;

    WriteKind(String path, int status, int buyers) {
        this.path = path;
        this.status = status;
        this.buyers = buyers;
    }

    static WriteKind random(Random random) {
        return values()[random.nextInt(values().length)];
    }

    String path() {
        return path;
    }

    int buyers() {
        return buyers;
    }

    String uuid(Random random) {
        return this == DUPLICATE ? TAKEN_UUID : name() + ":" + new UUID(random.nextLong(), random.nextLong());
    }

    /** Returns whether this is the expected response to a write of this kind. */
    boolean expects(ApiResponse response, String uuid) {
        boolean expected = response.isFinal() && response.status() == status;
        return switch (this) {
            case CREATE, CREATE_UNGUARDED ->
                expected && response.json().getString("uuid").startsWith(uuid);
            case DUPLICATE -> expected && response.text().contains("BUYER_UUID_ALREADY_EXISTS");
            case THROW -> expected;
        };
    }
}
