package org.solitude.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.task.TaskState;

/** Tests how retention settings are parsed into rules. */
class RetentionSettingsTest {

    @Test
    void clientIsWrittenByNameAndOtherOwnerById() {
        assertThat(RetentionSettings.agesByOwner(
                        List.of("shop:P7D", " wallet : PT1H", "token:https://issuer.example bob:P1D")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "client:shop", Duration.ofDays(7),
                        "client:wallet", Duration.ofHours(1),
                        "token:https://issuer.example bob", Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop:", ":P7D", "shop:7", "shop:P1Y", "shop=P7D"})
    void malformedRuleIsReportedWithItsSyntax(String written) {
        assertThatThrownBy(() -> RetentionSettings.agesByOwner(List.of(written)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SOLITUDE_DELAY_RETENTION_CLIENTS")
                .hasMessageContaining(written);
    }

    @Test
    void onlyEndStatesHaveRules() {
        var rules =
                RetentionRule.of(Duration.ofDays(30), Duration.ofDays(90), Map.of("client:shop", Duration.ofDays(7)));
        assertThat(rules)
                .extracting(RetentionRule::state)
                .containsOnly(TaskState.DONE, TaskState.DEAD, TaskState.CANCELLED, TaskState.EXPIRED);
        assertThat(rules)
                .filteredOn(rule -> rule.state() == TaskState.DEAD)
                .extracting(RetentionRule::age)
                .containsExactlyInAnyOrder(Duration.ofDays(7), Duration.ofDays(90));
        assertThat(rules).filteredOn(rule -> rule.owner() == null).allSatisfy(rule -> assertThat(rule.others())
                .containsExactly("client:shop"));
    }
}
