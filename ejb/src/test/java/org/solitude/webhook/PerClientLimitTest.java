package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.solitude.webhook.PerClientLimit.Turn;

class PerClientLimitTest {

    private final PerClientLimit shares = new PerClientLimit(2, 3);

    @Test
    void oneOwnerHasSoManyOnTheWayAndOthersTheirs() {
        assertThat(turns("shop", 1, 2, 3)).containsExactly(Turn.NOW, Turn.NOW, Turn.LATER);
        assertThat(turns("other", 4)).containsExactly(Turn.NOW);
        assertThat(shares.busy()).containsExactly("shop");
    }

    /** A backlog drains as fast as its receiver answers, and does not wait for another round. */
    @Test
    void eachThatIsMadeGivesItsPlaceToTheNext() {
        turns("shop", 1, 2, 3, 4);
        assertThat(shares.next("shop")).contains(delivery(3, "shop"));
        assertThat(shares.next("shop")).contains(delivery(4, "shop"));
        assertThat(shares.busy()).containsExactly("shop");
        assertThat(shares.next("shop")).isEmpty();
        assertThat(shares.busy()).isEmpty();
        assertThat(shares.next("shop")).isEmpty();
        assertThat(turns("shop", 5, 6, 7)).containsExactly(Turn.NOW, Turn.NOW, Turn.LATER);
    }

    @Test
    void whatIsSetAsideHasALimit() {
        assertThat(turns("shop", 1, 2, 3, 4, 5, 6)).endsWith(Turn.LATER, Turn.NEVER);
        assertThat(shares.room()).isZero();
        assertThat(turns("other", 7, 8, 9)).containsExactly(Turn.NOW, Turn.NOW, Turn.NEVER);
        assertThat(shares.next("shop")).isEqualTo(Optional.of(delivery(3, "shop")));
        assertThat(shares.room()).isEqualTo(1);
    }

    private List<Turn> turns(String owner, long... ids) {
        List<Turn> turns = new ArrayList<>();
        for (long id : ids) {
            turns.add(shares.admit(delivery(id, owner)));
        }
        return turns;
    }

    private static DeliveryScheduled delivery(long id, String owner) {
        return new DeliveryScheduled(id, owner);
    }
}
