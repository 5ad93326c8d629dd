package org.solitude.resources;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;

/** Whatever is wrong with a field of any noun, by any method and in both modes: a 422 that names the field and the fault. */
@UsesSharedServer
class InvalidFieldsIT {
    private static final String TOO_LARGE_ID = "99999999999999999999";

    private final SoftAssertions softly = new SoftAssertions();

    private static Stream<Arguments> everyTypeInBothModes() {
        return Arrays.stream(ResourceType.values())
                .flatMap(noun -> Arrays.stream(CallMode.values()).map(mode -> Arguments.of(noun, mode)));
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void fieldOfWrongTypeIsNamed(ResourceType noun, CallMode mode) {
        for (List<String> wrong : List.of(
                List.of("5", "'true'", "'1'", "7"),
                List.of("{'deep': [1]}", "null", "1.5", "[]"),
                List.of("true", "0", "1e30", "{}"),
                List.of("[['x']]", "{}", "null", "false"))) {
            Body body = new Body()
                    .with(noun.texts(), wrong.get(0))
                    .with(noun.flags(), wrong.get(1))
                    .with(noun.integers(), wrong.get(2))
                    .with(noun.references(), wrong.get(3));
            assertFieldsNamed(noun, mode, body, noun.fields(), "WRONG_TYPE");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void numberOutOfRangeIsNamed(ResourceType noun, CallMode mode) {
        for (String huge : List.of("1e999999999", "-1e-999999999", "9".repeat(80))) {
            assertFieldsNamed(noun, mode, new Body().with(noun.fields(), huge), noun.fields(), "OUT_OF_RANGE");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void duplicateFieldIsNamed(ResourceType noun, CallMode mode) {
        Body twice = new Body().with(noun.fields(), "null").with(noun.fields(), "null");
        assertFieldsNamed(noun, mode, twice, noun.fields(), "DUPLICATE_FIELD");
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void unknownOrReadOnlyFieldIsNamed(ResourceType noun, CallMode mode) {
        List<String> unknown = List.of("odd", "UUID", "", "class", "resource_uri ", "\u00fc");
        assertFieldsNamed(noun, mode, new Body().with(unknown, "'x'"), unknown, "UNKNOWN_FIELD");
        List<String> ours = List.of("resource_pk", "resource_uri", "created", "modified", "counter");
        assertFieldsNamed(noun, mode, new Body().with(ours, "1"), ours, "CANNOT_ALTER");
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void referenceOfWrongKindIsNamed(ResourceType noun, CallMode mode) {
        if (noun.references().isEmpty()) {
            return;
        }
        for (String other :
                List.of("/generic/", "/delay/result/", "/generic/confirm_pin/1/", "1", "", "%%", TOO_LARGE_ID)) {
            Body body = new Body().with(noun.references(), "'" + other + "'");
            assertFieldsNamed(noun, mode, body, noun.references(), "INVALID_URI");
        }
        for (String field : noun.references()) {
            String right = targetPath(field);
            for (ResourceType another : ResourceType.values()) {
                if (!another.path().equals(right)) {
                    Body body = new Body().with(List.of(field), "'" + another.create() + "'");
                    assertFieldsNamed(noun, mode, body, List.of(field), "INVALID_URI");
                }
            }
            Body beyond = new Body().with(List.of(field), "'" + right + TOO_LARGE_ID + "/'");
            assertFieldsNamed(noun, mode, beyond, List.of(field), "INVALID_URI");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void referenceToMissingRecordIsNamed(ResourceType noun, CallMode mode) {
        Body dead = new Body();
        for (String field : noun.references()) {
            dead = dead.with(List.of(field), "'" + targetPath(field) + "999999999999999999/'");
        }
        if (!noun.references().isEmpty()) {
            assertFieldsNamed(noun, mode, dead, noun.references(), "DOES_NOT_EXIST");
        }
        softly.assertAll();
    }

    /** Where the records are that this field refers to. */
    private static String targetPath(String field) {
        return switch (field) {
            case "seller" -> ResourceType.SELLER.path();
            case "seller_product" -> ResourceType.PRODUCT.path();
            case "buyer" -> ResourceType.BUYER.path();
            case "related" -> ResourceType.TRANSACTION.path();
            default -> throw new IllegalArgumentException(field + " refers to nothing");
        };
    }

    private void assertFieldsNamed(ResourceType noun, CallMode mode, Body body, List<String> fields, String code) {
        String record = noun.create();
        for (String method : noun.methods()) {
            String json = body.toString().replace('\'', '"');
            ApiResponse answer =
                    switch (method) {
                        case "POST" -> mode.post(noun.path(), json);
                        case "PUT" -> mode.put(record, json);
                        default -> mode.patch(record, json);
                    };
            List<String> open = fields.stream()
                    .filter(field -> !isImmutable(noun, method, field))
                    .toList();
            assertCode(answer, open, code, method + " " + json);
        }
    }

    private static boolean isImmutable(ResourceType noun, String method, String field) {
        return method.equals("PATCH") && noun.fields().contains(field) && noun.isImmutable(field);
    }

    private void assertCode(ApiResponse answer, List<String> fields, String code, String sent) {
        if (fields.isEmpty()) {
            return;
        }
        softly.assertThat(answer.status()).as("%s: %s", sent, answer).isEqualTo(422);
        softly.assertThat(answer.header("Content-Type")).contains("application/problem+json");
        JsonObject errors = answer.json().getJsonObject("errors");
        for (String field : fields) {
            softly.assertThat(errors == null ? null : errors.get(field))
                    .as("%s is %s, in %s: %s", field, code, sent, answer)
                    .asString()
                    .contains("\"code\":\"" + code + "\"");
        }
    }

    /** An object in the making: in no order but that of its fields, some of which may come twice. */
    private record Body(List<String> fields) {
        Body() {
            this(List.of());
        }

        Body with(List<String> names, String value) {
            List<String> more = new ArrayList<>(fields);
            names.forEach(name -> more.add("'" + name + "': " + value));
            return new Body(more);
        }

        @Override
        public String toString() {
            return "{" + String.join(", ", fields) + "}";
        }
    }
}
