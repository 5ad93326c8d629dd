package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.assertViolations;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;
import static org.solitude.resources.ViolationAssertions.uniqueName;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that a record that was read can be sent back as it is, in every state, and that this changes nothing. */
@UsesSharedServer
class RoundTripIT {

    private final SolitudeClient solitude = TestServer.client();
    private final String uuid = uniqueName("record");

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void newRecordIsSentBack(ResourceType type) {
        assertSentBack(type.create(), type.methods());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pin': '1234'",
                "'pin': '1234', 'pin_confirmed': true",
                "'pin': '1234', 'new_pin': '5678', 'needs_pin_reset': true",
                "'active': false, 'authenticated': false, 'email': 'ada@example.org', 'locale': 'de'"
            })
    void buyerIsSentBack(String fields) {
        assertSentBack(ResourceType.BUYER, "'uuid': '" + uuid + "', " + fields);
    }

    @Test
    void buyerWithWrongPinsIsSentBack() {
        String uri = create(ResourceType.BUYER, "'uuid': '" + uuid + "', 'pin': '1234', 'pin_confirmed': true");
        String wrong = json("{'uuid': '%s', 'pin': '4321'}", uuid);
        solitude.post("/generic/verify_pin/", wrong);
        assertThat(solitude.get(uri).json().getInt("pin_failures")).isEqualTo(1);
        assertSentBack(uri, ResourceType.BUYER.methods());
        for (int guess = 2; guess <= 5; guess++) {
            solitude.post("/generic/verify_pin/", wrong);
        }
        assertThat(solitude.get(uri).json().getBoolean("pin_is_locked_out")).isTrue();
        assertSentBack(uri, ResourceType.BUYER.methods());
        assertThat(document(solitude.post("/generic/verify_pin/", json("{'uuid': '%s', 'pin': '1234'}", uuid)), 200)
                        .getBoolean("locked"))
                .as("sent back, and still locked")
                .isTrue();
    }

    @Test
    void pinThatIsSentBackStillHolds() {
        String uri = create(ResourceType.BUYER, "'uuid': '" + uuid + "', 'pin': '1234', 'pin_confirmed': true");
        assertSentBack(uri, ResourceType.BUYER.methods());
        assertThat(solitude.post("/generic/verify_pin/", json("{'uuid': '%s', 'pin': '1234'}", uuid))
                        .text())
                .contains("\"valid\":true");
        JsonObject changed = with(solitude.get(uri).json(), "pin", Json.createValue("5678"));
        assertThat(document(solitude.put(uri, changed.toString()), 200)).containsEntry("pin", JsonValue.TRUE);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void booleanPinThatIsNotTrueIsRefused(CallMode mode) {
        String uri = create(ResourceType.BUYER, "'uuid': '" + uuid + "', 'pin': '1234'");
        String contradiction = json("{'uuid': '%s', 'pin': false, 'new_pin': true}", uuid);
        assertViolations(mode.put(uri, contradiction), "pin=WRONG_TYPE", "new_pin=WRONG_TYPE");
        assertViolations(mode.patch(uri, contradiction), "pin=WRONG_TYPE", "new_pin=WRONG_TYPE");
        assertThat(document(mode.patch(uri, json("{'pin': true, 'new_pin': false}")), 200))
                .isEqualTo(solitude.get(uri).json());
        assertViolations(mode.post(ResourceType.BUYER.path(), contradiction), "pin=WRONG_TYPE", "new_pin=WRONG_TYPE");
    }

    @Test
    void productWithEverythingIsSentBack() {
        assertSentBack(
                ResourceType.PRODUCT,
                ResourceType.PRODUCT.requiredFields() + ", 'external_id': 'e', 'public_id': '" + uuid
                        + "', 'access': 2, 'secret': 'hush'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void transactionOfEveryStatusIsSentBack(int status) {
        String uri = create(
                ResourceType.TRANSACTION,
                ResourceType.TRANSACTION.requiredFields()
                        + ", 'status': %d, 'status_reason': 'why', 'type': 0, 'uid_pay': '%s', 'uid_support': '%s', "
                                .formatted(status, uuid, uuid)
                        + "'buyer': '%s', 'source': 's', 'carrier': 'c', 'region': 'r', 'notes': 'n'"
                                .formatted(ResourceType.BUYER.create()));
        assertSentBack(uri, ResourceType.TRANSACTION.methods());
        assertViolations(solitude.patch(uri, json("{'status_reason': 'other'}")), "status_reason=CANNOT_ALTER");
        assertViolations(
                solitude.patch(uri, json("{'status': %d, 'status_reason': 'other'}", status)),
                "status_reason=CANNOT_ALTER");
    }

    @Test
    void transactionWithRelationsIsSentBackHoweverItsJsonIsWritten() {
        String uri = create(ResourceType.TRANSACTION, ResourceType.TRANSACTION.requiredFields() + ", 'status': 1");
        String product = solitude.get(uri).json().getString("seller_product");
        create(
                ResourceType.TRANSACTION,
                "'seller_product': '%s', 'type': 1, 'related': '%s', 'amount': '2', 'currency': 'EUR'"
                        .formatted(product, uri));
        assertSentBack(uri, ResourceType.TRANSACTION.methods());
        JsonObject payment = solitude.get(uri).json();
        assertThat(payment.getJsonArray("relations")).hasSize(1);
        StringWriter pretty = new StringWriter();
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(pretty)
                .write(sortedBackwards(payment));
        assertThat(document(solitude.patch(uri, pretty.toString()), 200)).isEqualTo(payment);
        for (String other : new String[] {"[]", "[{}]", "{}", "null", "1"}) {
            assertViolations(solitude.patch(uri, json("{'relations': %s}", other)), "relations=CANNOT_ALTER");
        }
    }

    @Test
    void lockedDownTransactionIsSentBack() {
        String uri = create(ResourceType.TRANSACTION, ResourceType.TRANSACTION.requiredFields());
        solitude.post("/probe/ageing/transactions/" + solitude.get(uri).json().getString("uuid") + "/?by=PT721H", "");
        assertSentBack(uri, ResourceType.TRANSACTION.methods());
        assertViolations(solitude.patch(uri, json("{'notes': 'later'}")), "__all__=LOCKED_DOWN");
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void otherValueOfReadOnlyFieldIsRefused(ResourceType type) {
        String uri = type.create();
        JsonObject record = solitude.get(uri).json();
        for (String method : type.methods().subList(1, type.methods().size())) {
            for (String field : new String[] {"resource_pk", "resource_uri", "created", "modified", "counter"}) {
                JsonObject altered = with(record, field, JsonValue.NULL);
                assertViolations(send(method, uri, altered.toString()), field + "=CANNOT_ALTER");
            }
            String reread = record.toString().replace("Z\"", "+00:00\"");
            assertThat(document(send(method, uri, reread), 200))
                    .as("the same instants in another form")
                    .isEqualTo(record);
        }
    }

    private void assertSentBack(ResourceType type, String fields) {
        assertSentBack(create(type, fields), type.methods());
    }

    private void assertSentBack(String uri, List<String> methods) {
        ApiResponse before = solitude.get(uri);
        for (String method : methods.subList(1, methods.size())) {
            ApiResponse answer = send(method, uri, before.text());
            assertThat(document(answer, 200)).as(method).isEqualTo(before.json());
            assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
        }
        assertThat(solitude.get(uri).text()).isEqualTo(before.text());
    }

    private ApiResponse send(String method, String uri, String body) {
        return method.equals("PUT") ? solitude.put(uri, body) : solitude.patch(uri, body);
    }

    private String create(ResourceType type, String fields) {
        return document(solitude.post(type.path(), json("{" + fields.replace("%", "%%") + "}")), 201)
                .getString("resource_uri");
    }

    private static JsonObject with(JsonObject record, String field, JsonValue value) {
        return Json.createObjectBuilder(record).add(field, value).build();
    }

    /** Returns the same object with its members in another order, at every depth. */
    private static JsonObject sortedBackwards(JsonObject object) {
        var backwards = Json.createObjectBuilder();
        new TreeMap<>(object).descendingMap().forEach((name, value) -> backwards.add(name, reordered(value)));
        return backwards.build();
    }

    private static JsonValue reordered(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> sortedBackwards(value.asJsonObject());
            case ARRAY -> {
                var items = Json.createArrayBuilder();
                value.asJsonArray().forEach(item -> items.add(reordered(item)));
                yield items.build();
            }
            default -> value;
        };
    }
}
