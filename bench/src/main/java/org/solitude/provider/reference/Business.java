package org.solitude.provider.reference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What the provider does for who asks. Whatever a write with an {@code Idempotency-Key} got, each further one with that key
 * gets as well, and nothing happens again. One request at a time, so that two with one key cannot meet.
 */
final class Business {
    private final Shelf sellers = new Shelf("sellers");
    private final Shelf terms = new Shelf("terms");
    private final Shelf products = new Shelf("products");
    private final Payments payments;
    private final Map<String, Remembered> answered = new HashMap<>();

    private record Remembered(String fingerprint, Reply reply) {}

    Business(Notices notices, ScheduledExecutorService later) {
        payments = new Payments(products, notices, later);
    }

    Ledger ledger() {
        return payments.ledger();
    }

    synchronized Reply answer(Ask ask, Fortune fortune) {
        Optional<String> key = ask.key().filter(given -> ask.isWrite());
        Remembered before = key.map(answered::get).orElse(null);
        if (before == null) {
            Reply reply = firstAnswer(ask, fortune);
            key.ifPresent(given -> answered.put(given, new Remembered(ask.fingerprint(), reply)));
            return reply;
        }
        return before.fingerprint().equals(ask.fingerprint())
                ? before.reply()
                : Reply.of(new Refusal(422, "this Idempotency-Key came with another request before"));
    }

    private Reply firstAnswer(Ask ask, Fortune fortune) {
        try {
            return switch (ask.method()) {
                case "GET" -> read(ask);
                case "POST" -> new Reply(201, add(ask, fortune));
                case "PUT", "PATCH" -> new Reply(200, change(ask));
                default -> throw new Refusal(405, ask.method() + " is not understood");
            };
        } catch (Refusal refusal) {
            return Reply.of(refusal);
        }
    }

    private Reply read(Ask ask) {
        if (ask.collection().equals("ledger")) {
            return new Reply(200, ledger().asJson());
        }
        Shelf shelf = shelf(ask);
        return new Reply(200, ask.record().map(shelf::get).orElseGet(() -> shelf.list(ask.query())));
    }

    private JsonObject add(Ask ask, Fortune fortune) {
        if (ask.record().isPresent()) {
            throw new Refusal(405, "POST is for collections");
        }
        JsonObject asked = ask.document();
        return switch (ask.collection()) {
            case "sellers" -> addSeller(asked);
            case "products" -> {
                Fields.reference(asked, "seller", sellers);
                yield products.add(asked);
            }
            case "transactions" -> payments.take(asked, ask.key().orElse(""), fortune);
            default -> throw new Refusal(405, "nothing can be added here");
        };
    }

    /** A seller comes with the terms he has yet to agree to: the record of the same number. */
    private JsonObject addSeller(JsonObject asked) {
        Fields.text(asked, "uuid");
        JsonObject seller = sellers.add(asked);
        terms.add(Json.createObjectBuilder()
                .add("seller", seller.getString("resource_uri"))
                .add("text", "Who sells here is paid on Mondays.")
                .addNull("agreement")
                .build());
        return seller;
    }

    private JsonObject change(Ask ask) {
        int pk = ask.record().orElseThrow(() -> new Refusal(405, ask.method() + " is for records"));
        if (ask.collection().equals("transactions")) {
            throw new Refusal(405, "a payment is not changed from outside");
        }
        return shelf(ask).change(pk, ask.document());
    }

    private Shelf shelf(Ask ask) {
        return switch (ask.collection()) {
            case "sellers" -> sellers;
            case "products" -> products;
            case "terms" -> terms;
            case "transactions" -> payments.shelf();
            default -> throw new Refusal(404, "there is nothing here");
        };
    }
}
