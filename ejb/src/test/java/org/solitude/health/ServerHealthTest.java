package org.solitude.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Collection of health checks' results. */
class ServerHealthTest {

    @Test
    void failuresAreReportedByName() {
        assertThat(ServerHealth.failures(List.of(
                        check("broker", Optional::empty),
                        check("settings", () -> Optional.of("this")),
                        check("settings", Optional::empty),
                        check("settings", () -> Optional.of("that")))))
                .isEqualTo(Map.of("broker", "ok", "settings", "this; that"));
    }

    @Test
    void exceptionIsAFailureAndItsMessageIsHidden() {
        HealthCheck unreachable = check("database", () -> {
            throw new IllegalStateException("jdbc:secret");
        });
        assertThat(ServerHealth.failures(List.of(unreachable))).isEqualTo(Map.of("database", "cannot be reached"));
    }

    private static HealthCheck check(String name, Supplier<Optional<String>> failure) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> failure() {
                return failure.get();
            }
        };
    }
}
