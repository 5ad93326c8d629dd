package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.solitude.webhook.PerClientLimit.Admission;

/** Admission of deliveries by client, and the queue. */
class PerClientLimitTest {

    private final PerClientLimit limit = new PerClientLimit(2, 3);

    @Test
    void eachClientHasItsOwnLimit() {
        assertThat(admissions("shop", 1, 2, 3)).containsExactly(Admission.START, Admission.START, Admission.QUEUED);
        assertThat(admissions("other", 4)).containsExactly(Admission.START);
        assertThat(limit.clientsAtLimit()).containsExactly("shop");
    }

    /** A client's queue drains as fast as its receiver answers, without waiting for the next poll. */
    @Test
    void finishedDeliveryStartsTheNextQueuedOne() {
        admissions("shop", 1, 2, 3, 4);
        assertThat(limit.finishAndNext("shop")).contains(delivery(3, "shop"));
        assertThat(limit.finishAndNext("shop")).contains(delivery(4, "shop"));
        assertThat(limit.clientsAtLimit()).containsExactly("shop");
        assertThat(limit.finishAndNext("shop")).isEmpty();
        assertThat(limit.clientsAtLimit()).isEmpty();
        assertThat(limit.finishAndNext("shop")).isEmpty();
        assertThat(admissions("shop", 5, 6, 7)).containsExactly(Admission.START, Admission.START, Admission.QUEUED);
    }

    @Test
    void fullQueueRejects() {
        assertThat(admissions("shop", 1, 2, 3, 4, 5, 6)).endsWith(Admission.QUEUED, Admission.REJECTED);
        assertThat(limit.remainingCapacity()).isZero();
        assertThat(admissions("other", 7, 8, 9)).containsExactly(Admission.START, Admission.START, Admission.REJECTED);
        assertThat(limit.finishAndNext("shop")).isEqualTo(Optional.of(delivery(3, "shop")));
        assertThat(limit.remainingCapacity()).isEqualTo(1);
    }

    private List<Admission> admissions(String owner, long... ids) {
        List<Admission> admissions = new ArrayList<>();
        for (long id : ids) {
            admissions.add(limit.admit(delivery(id, owner)));
        }
        return admissions;
    }

    private static DeliveryScheduled delivery(long id, String owner) {
        return new DeliveryScheduled(id, owner);
    }
}
