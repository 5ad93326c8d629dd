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

/** Tests that an invalid field of any resource type, by any method and in both modes, gets a 422 that names it. */
@UsesSharedServer
class InvalidFieldsIT {
    private static final String TOO_LARGE_ID = "99999999999999999999";

    private final SoftAssertions softly = new SoftAssertions();

    private static Stream<Arguments> everyTypeInBothModes() {
        return Arrays.stream(ResourceType.values())
                .flatMap(type -> Arrays.stream(CallMode.values()).map(mode -> Arguments.of(type, mode)));
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void fieldOfWrongTypeIsNamed(ResourceType type, CallMode mode) {
        for (List<String> wrongValues : List.of(
                List.of("5", "'true'", "'1'", "7"),
                List.of("{'deep': [1]}", "null", "1.5", "[]"),
                List.of("true", "0", "1e30", "{}"),
                List.of("[['x']]", "{}", "null", "false"))) {
            Body body = new Body()
                    .with(type.texts(), wrongValues.get(0))
                    .with(type.flags(), wrongValues.get(1))
                    .with(type.integers(), wrongValues.get(2))
                    .with(type.references(), wrongValues.get(3));
            assertFieldsNamed(type, mode, body, type.fields(), "WRONG_TYPE");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void numberOutOfRangeIsNamed(ResourceType type, CallMode mode) {
        for (String outOfRange : List.of("1e999999999", "-1e-999999999", "9".repeat(80))) {
            assertFieldsNamed(type, mode, new Body().with(type.fields(), outOfRange), type.fields(), "OUT_OF_RANGE");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void duplicateFieldIsNamed(ResourceType type, CallMode mode) {
        Body twice = new Body().with(type.fields(), "null").with(type.fields(), "null");
        assertFieldsNamed(type, mode, twice, type.fields(), "DUPLICATE_FIELD");
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void unknownOrReadOnlyFieldIsNamed(ResourceType type, CallMode mode) {
        List<String> unknown = List.of("odd", "UUID", "", "class", "resource_uri ", "\u00fc");
        assertFieldsNamed(type, mode, new Body().with(unknown, "'x'"), unknown, "UNKNOWN_FIELD");
        List<String> readOnly = List.of("resource_pk", "resource_uri", "created", "modified", "counter");
        assertFieldsNamed(type, mode, new Body().with(readOnly, "1"), readOnly, "CANNOT_ALTER");
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void referenceOfWrongKindIsNamed(ResourceType type, CallMode mode) {
        if (type.references().isEmpty()) {
            return;
        }
        for (String other :
                List.of("/generic/", "/delay/result/", "/generic/confirm_pin/1/", "1", "", "%%", TOO_LARGE_ID)) {
            Body body = new Body().with(type.references(), "'" + other + "'");
            assertFieldsNamed(type, mode, body, type.references(), "INVALID_URI");
        }
        for (String field : type.references()) {
            String target = targetPath(field);
            for (ResourceType otherType : ResourceType.values()) {
                if (!otherType.path().equals(target)) {
                    Body body = new Body().with(List.of(field), "'" + otherType.create() + "'");
                    assertFieldsNamed(type, mode, body, List.of(field), "INVALID_URI");
                }
            }
            Body tooLarge = new Body().with(List.of(field), "'" + target + TOO_LARGE_ID + "/'");
            assertFieldsNamed(type, mode, tooLarge, List.of(field), "INVALID_URI");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void referenceToMissingRecordIsNamed(ResourceType type, CallMode mode) {
        Body missing = new Body();
        for (String field : type.references()) {
            missing = missing.with(List.of(field), "'" + targetPath(field) + "999999999999999999/'");
        }
        if (!type.references().isEmpty()) {
            assertFieldsNamed(type, mode, missing, type.references(), "DOES_NOT_EXIST");
        }
        softly.assertAll();
    }

    /** Returns the path of the resource type that this field refers to. */
    private static String targetPath(String field) {
        return switch (field) {
            case "seller" -> ResourceType.SELLER.path();
            case "seller_product" -> ResourceType.PRODUCT.path();
            case "buyer" -> ResourceType.BUYER.path();
            case "related" -> ResourceType.TRANSACTION.path();
            default -> throw new IllegalArgumentException(field + " refers to nothing");
        };
    }

    private void assertFieldsNamed(ResourceType type, CallMode mode, Body body, List<String> fields, String code) {
        String record = type.create();
        for (String method : type.methods()) {
            String json = body.toString().replace('\'', '"');
            ApiResponse response =
                    switch (method) {
                        case "POST" -> mode.post(type.path(), json);
                        case "PUT" -> mode.put(record, json);
                        default -> mode.patch(record, json);
                    };
            List<String> writable = fields.stream()
                    .filter(field -> !isImmutable(type, method, field))
                    .toList();
            assertCode(response, writable, code, method + " " + json);
        }
    }

    private static boolean isImmutable(ResourceType type, String method, String field) {
        return method.equals("PATCH") && type.fields().contains(field) && type.isImmutable(field);
    }

    private void assertCode(ApiResponse response, List<String> fields, String code, String sent) {
        if (fields.isEmpty()) {
            return;
        }
        softly.assertThat(response.status()).as("%s: %s", sent, response).isEqualTo(422);
        softly.assertThat(response.header("Content-Type")).contains("application/problem+json");
        JsonObject errors = response.json().getJsonObject("errors");
        for (String field : fields) {
            softly.assertThat(errors == null ? null : errors.get(field))
                    .as("%s is %s, in %s: %s", field, code, sent, response)
                    .asString()
                    .contains("\"code\":\"" + code + "\"");
        }
    }

    /** A JSON object under construction, which may contain a field twice. */
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
