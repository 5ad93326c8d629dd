package org.solitude.web.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests the limits of bodies that share a budget: three at once, two of one sender, 100 bytes in memory. */
class BodyBudgetTest {

    private final BodyBudget budget =
            new BodyBudget(new BodyLimits(60, 100, 3, 2, new BodyPace(Duration.ZERO, 1, Duration.ZERO)));

    @Test
    void thirdBodyOfOneSenderIsRefusedUntilOneLeaves() {
        assertThat(budget.enter("a")).isEmpty();
        assertThat(budget.enter("a")).isEmpty();
        assertThat(budget.enter("a")).contains(BodyRefusal.TOO_MANY_OF_SENDER);
        budget.leave("a");
        assertThat(budget.enter("a")).isEmpty();
    }

    @Test
    void fourthBodyOfAllIsRefusedAndTakesNoPlaceOfItsSender() {
        budget.enter("a");
        budget.enter("a");
        budget.enter("b");
        assertThat(budget.enter("c")).contains(BodyRefusal.TOO_MANY);
        assertThat(budget.enter("c")).contains(BodyRefusal.TOO_MANY);
        budget.leave("a");
        assertThat(budget.enter("c")).isEmpty();
    }

    @Test
    void memoryBeyondTheLimitIsNotReserved() {
        assertThat(budget.reserve(60)).isTrue();
        assertThat(budget.reserve(41)).isFalse();
        assertThat(budget.reserve(40)).isTrue();
        budget.release(60);
        assertThat(budget.reserve(60)).isTrue();
    }
}
