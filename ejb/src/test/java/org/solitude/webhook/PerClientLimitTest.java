package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.solitude.webhook.PerClientLimit.Admission;

class PerClientLimitTest {

    private final PerClientLimit shares = new PerClientLimit(2, 3);

    @Test
    void oneOwnerHasSoManyOnTheWayAndOthersTheirs() {
        assertThat(turns("shop", 1, 2, 3)).containsExactly(Admission.START, Admission.START, Admission.QUEUED);
        assertThat(turns("other", 4)).containsExactly(Admission.START);
        assertThat(shares.clientsAtLimit()).containsExactly("shop");
    }

    /** A backlog drains as fast as its receiver answers, and does not wait for another round. */
    @Test
    void eachThatIsMadeGivesItsPlaceToTheNext() {
        turns("shop", 1, 2, 3, 4);
        assertThat(shares.finishAndNext("shop")).contains(delivery(3, "shop"));
        assertThat(shares.finishAndNext("shop")).contains(delivery(4, "shop"));
        assertThat(shares.clientsAtLimit()).containsExactly("shop");
        assertThat(shares.finishAndNext("shop")).isEmpty();
        assertThat(shares.clientsAtLimit()).isEmpty();
        assertThat(shares.finishAndNext("shop")).isEmpty();
        assertThat(turns("shop", 5, 6, 7)).containsExactly(Admission.START, Admission.START, Admission.QUEUED);
    }

    @Test
    void whatIsSetAsideHasALimit() {
        assertThat(turns("shop", 1, 2, 3, 4, 5, 6)).endsWith(Admission.QUEUED, Admission.REJECTED);
        assertThat(shares.remainingCapacity()).isZero();
        assertThat(turns("other", 7, 8, 9)).containsExactly(Admission.START, Admission.START, Admission.REJECTED);
        assertThat(shares.finishAndNext("shop")).isEqualTo(Optional.of(delivery(3, "shop")));
        assertThat(shares.remainingCapacity()).isEqualTo(1);
    }

    private List<Admission> turns(String owner, long... ids) {
        List<Admission> turns = new ArrayList<>();
        for (long id : ids) {
            turns.add(shares.admit(delivery(id, owner)));
        }
        return turns;
    }

    private static DeliveryScheduled delivery(long id, String owner) {
        return new DeliveryScheduled(id, owner);
    }
}
