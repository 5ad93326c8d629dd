package org.solitude.web.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.stream.JsonParsingException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violation;
import org.solitude.web.http.ServerOrigin;

/** Tests the parsing of a JSON object and the violations of its fields. */
class JsonFieldsTest {

    private static final ServerOrigin SERVER = new ServerOrigin(URI.create("https://pay.example/"));

    /** A record as clients see it. */
    public record Shown(
            long counter, boolean pin, String created, String resourceUri, List<Map<String, Integer>> list) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"counter\":3",
                "\"pin\":true",
                "\"created\":\"2026-05-28T10:00:00Z\"",
                "\"created\":\"2026-05-28T12:00:00.000+02:00\"",
                "\"resource_uri\":\"/a/1/\"",
                "\"resource_uri\":\"https://PAY.example:443/a/1/\"",
                "\"list\":[{\"b\":2,\"a\":1}]"
            })
    void fieldWithItsPresentValueIsUnchanged(String field) {
        assertThat(codes("{" + field + "}", JsonFieldsTest::refuseAll)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"counter\":4",
                "\"counter\":\"3\"",
                "\"counter\":null",
                "\"pin\":false",
                "\"created\":\"2026-05-28T10:00:01Z\"",
                "\"created\":\"soon\"",
                "\"resource_uri\":\"https://evil.example/a/1/\"",
                "\"resource_uri\":\"%%\"",
                "\"list\":[]",
                "\"list\":{}",
                "\"list\":[{\"a\":1,\"b\":2},{}]",
                "\"list\":[{\"a\":1e99999999999999999999}]",
                "\"list\":[{\"a\":1e999999999}]"
            })
    @Timeout(5)
    void otherValueOfReadOnlyFieldIsRefused(String field) {
        assertThat(codes("{" + field + "}", JsonFieldsTest::refuseAll).values())
                .containsExactly(List.of("CANNOT_ALTER"));
    }

    @Test
    void longListIsNotCompared() {
        String list = "\"list\":[" + " ".repeat(100_000) + "{\"a\":1,\"b\":2}]";
        assertThat(codes("{" + list + "}", JsonFieldsTest::refuseAll)).containsKey("list");
    }

    private static void refuseAll(JsonFields fields) {
        fields.over(new Shown(3, true, "2026-05-28T10:00:00Z", "/a/1/", List.of(Map.of("a", 1, "b", 2))));
        fields.refuse("counter", "pin", "created", "resource_uri", "list");
    }

    @Test
    void missingFieldHasTheBaseValue() {
        JsonFields fields = parse("{\"name\": \"ada\", \"active\": false, \"access\": 2, \"gone\": null}");
        assertThat(fields.text("name", "bob")).isEqualTo("ada");
        assertThat(fields.text("other", "bob")).isEqualTo("bob");
        assertThat(fields.text("gone", "bob")).isNull();
        assertThat(fields.flag("active", true)).isFalse();
        assertThat(fields.flag("quiet", true)).isTrue();
        assertThat(fields.integer("access", 1)).isEqualTo(2);
        assertThat(fields.integer("other", 1)).isEqualTo(1);
        fields.finish();
    }

    @Test
    void allViolationsAreReportedTogether() {
        String body = "{\"name\":5,\"active\":\"yes\",\"access\":1.5,\"counter\":1,\"odd\":0,\"name\":6}";
        assertThat(codes(body, fields -> {
                    fields.text("name", null);
                    fields.flag("active", true);
                    fields.integer("access", 1);
                    fields.refuse("counter");
                }))
                .isEqualTo(Map.of(
                        "name", List.of("DUPLICATE_FIELD"),
                        "active", List.of("WRONG_TYPE"),
                        "access", List.of("WRONG_TYPE"),
                        "counter", List.of("CANNOT_ALTER"),
                        "odd", List.of("UNKNOWN_FIELD")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "{}", "[\"ada\"]", "{\"a\":{\"b\":[]}}"})
    void valueOfAnotherTypeThanTextIsRefused(String value) {
        assertThat(codes("{\"name\":" + value + "}", fields -> fields.text("name", null)))
                .isEqualTo(Map.of("name", List.of("WRONG_TYPE")));
    }

    @Test
    void lengthIsCountedInCodePoints() {
        String emoji = "\uD83D\uDE00";
        assertThat(codes("{\"name\":\"" + emoji.repeat(255) + "\"}", fields -> fields.text("name", null)))
                .isEmpty();
        assertThat(codes("{\"name\":\"" + emoji.repeat(256) + "\"}", fields -> fields.text("name", null)))
                .isEqualTo(Map.of("name", List.of("TOO_LONG")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\ud800", "\\udc00a"})
    void unstorableCharacterIsRefused(String text) {
        assertThat(codes("{\"name\":\"" + text + "\"}", fields -> fields.text("name", null)))
                .isEqualTo(Map.of("name", List.of("INVALID_CHARACTER")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e99999999999999999999"})
    @Timeout(5)
    void numberWithAHugeExponentIsRefusedQuickly(String number) {
        assertThat(codes("{\"access\":" + number + "}", fields -> fields.integer("access", 1)))
                .isEqualTo(Map.of("access", List.of("OUT_OF_RANGE")));
    }

    @Test
    void longNumberIsRefused() {
        assertThat(codes("{\"access\":" + "9".repeat(100_000) + "}", fields -> fields.integer("access", 1)))
                .isEqualTo(Map.of("access", List.of("OUT_OF_RANGE")));
        assertThat(codes("{\"access\":99999999999}", fields -> fields.integer("access", 1)))
                .isEqualTo(Map.of("access", List.of("WRONG_TYPE")));
    }

    @Test
    void tooDeepFieldIsNamed() {
        InvalidFieldsException thrown =
                catchThrowableOfType(InvalidFieldsException.class, () -> parse("{\"name\":" + "[".repeat(100_000)));
        assertThat(thrown.byField()).containsOnlyKeys("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"a\"",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1}x",
                "{} {}",
                "{\"a\":[1,]}",
                "{\"a\":[}",
                "{\"a\":NaN}",
                "{\"a\":\"\n\"}",
                "{\"a\":tru}",
                "\uFEFF{}",
                "{\"a\":\"\\x\"}",
                "}",
                "{]"
            })
    void otherTextThanOneObjectIsRefused(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(JsonParsingException.class);
    }

    @Test
    void bodyIsDecodedInItsDeclaredCharset() {
        assertThat(JsonText.decode("ü".getBytes(UTF_8), null).text()).isEqualTo("ü");
        assertThat(JsonText.decode("ü".getBytes(Charset.forName("ISO-8859-1")), "ISO-8859-1")
                        .text())
                .isEqualTo("ü");
    }

    private static JsonFields parse(String body) {
        return new JsonFieldsParser(body, SERVER).parse();
    }

    private static Map<String, List<String>> codes(String body, Consumer<JsonFields> form) {
        InvalidFieldsException thrown = catchThrowableOfType(InvalidFieldsException.class, () -> {
            JsonFields fields = parse(body);
            form.accept(fields);
            fields.finish();
        });
        return thrown == null
                ? Map.of()
                : thrown.byField().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().stream().map(Violation::code).toList()));
    }
}
