package org.solitude.web.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how long a body may take: ten seconds, one more for each 1,000 bytes, a minute at most. */
class BodyPaceTest {

    private final BodyPace pace = new BodyPace(Duration.ofSeconds(10), 1000, Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"0, PT10S", "500, PT10.5S", "1000, PT11S", "49999, PT59.999S", "50000, PT1M", "10485760, PT1M"})
    void eachByteEarnsTimeUpToTheMaximum(long bytes, Duration allowed) {
        assertThat(pace.allowed(bytes)).isEqualTo(allowed);
    }
}
