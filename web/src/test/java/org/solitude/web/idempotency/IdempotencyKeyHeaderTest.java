package org.solitude.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which values of {@code Idempotency-Key} are accepted. */
class IdempotencyKeyHeaderTest {

    static Stream<Arguments> wellFormed() {
        return Stream.of(
                Arguments.of("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "8e03978e-40d5-43dd-bc93-6894a57f9324"),
                Arguments.of("8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324"),
                Arguments.of("\"two words, and; more\"", "two words, and; more"),
                Arguments.of("\"a \\\"quoted\\\" \\\\ key\"", "a \"quoted\" \\ key"),
                Arguments.of("order:4711/refund_1.a~b!", "order:4711/refund_1.a~b!"),
                Arguments.of("\"" + "x".repeat(255) + "\"", "x".repeat(255)),
                Arguments.of("\"" + "\\\\".repeat(255) + "\"", "\\".repeat(255)),
                Arguments.of("y".repeat(255), "y".repeat(255)));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void wellFormedKeyIsRead(String value, String key) {
        assertThat(IdempotencyKeyHeader.parse(value)).isEqualTo(key);
    }

    @Test
    void quotedAndBareFormAreTheSameKey() {
        assertThat(IdempotencyKeyHeader.parse("\"a\"")).isEqualTo(IdempotencyKeyHeader.parse("a"));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "\"\"",
                "\"",
                "\"open",
                "open\"",
                "\"a\" \"b\"",
                "\"a\", \"b\"",
                "a, b",
                "a b",
                "a;b",
                "a\\b",
                "\"a\\b\"",
                "\"a\\\"",
                "\"a\"b",
                "\"ü\"",
                "ü",
                "\"tab\there\"",
                "x".repeat(256),
                "\"" + "x".repeat(256) + "\"",
                "\"" + "\\\\".repeat(256) + "\"",
                "x".repeat(16_000));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedKeyIsRefused(String value) {
        assertThatThrownBy(() -> IdempotencyKeyHeader.parse(value)).isInstanceOf(WebApplicationException.class);
    }
}
