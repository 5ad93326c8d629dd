package org.solitude.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The form of a line in the audit log. */
class AuditEventTest {

    @Test
    void eventIsOneLineOfJson() {
        AuditEvent event =
                AuditEvent.of("made").with("task", "a-b").with("status", 202).with("remote", null);
        assertThat(event.line(Instant.EPOCH))
                .isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"act\":\"made\",\"task\":\"a-b\",\"status\":202}");
    }

    @Test
    void controlCharactersAreEscaped() {
        String malicious = "x\r\n{\"act\":\"made\"}\u2028\u0085\u001b[2J\u009b1m\\\"\u202e\0";
        assertThat(AuditEvent.of("called").with("path", malicious).line(Instant.EPOCH))
                .matches("[\\x20-\\x7e]+")
                .doesNotContain("\"act\":\"made\"");
    }
}
