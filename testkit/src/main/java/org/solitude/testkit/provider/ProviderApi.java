package org.solitude.testkit.provider;

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
final class ProviderApi {
    private final InMemoryCollection sellers = new InMemoryCollection("sellers");
    private final InMemoryCollection terms = new InMemoryCollection("terms");
    private final InMemoryCollection products = new InMemoryCollection("products");
    private final PaymentStore payments;
    private final Map<String, Remembered> answered = new HashMap<>();

    private record Remembered(String fingerprint, ProviderReply reply) {}

    ProviderApi(EventSender notices, ScheduledExecutorService later) {
        payments = new PaymentStore(products, notices, later);
    }

    ChargeLedger ledger() {
        return payments.ledger();
    }

    synchronized ProviderReply answer(ProviderCall ask, FaultInjector fortune) {
        Optional<String> key = ask.key().filter(given -> ask.isWrite());
        Remembered before = key.map(answered::get).orElse(null);
        if (before == null) {
            ProviderReply reply = firstAnswer(ask, fortune);
            key.ifPresent(given -> answered.put(given, new Remembered(ask.fingerprint(), reply)));
            return reply;
        }
        return before.fingerprint().equals(ask.fingerprint())
                ? before.reply()
                : ProviderReply.of(new RefusedException(422, "this Idempotency-Key came with another request before"));
    }

    private ProviderReply firstAnswer(ProviderCall ask, FaultInjector fortune) {
        try {
            return switch (ask.method()) {
                case "GET" -> read(ask);
                case "POST" -> new ProviderReply(201, add(ask, fortune));
                case "PUT", "PATCH" -> new ProviderReply(200, change(ask));
                default -> throw new RefusedException(405, ask.method() + " is not understood");
            };
        } catch (RefusedException refusal) {
            return ProviderReply.of(refusal);
        }
    }

    private ProviderReply read(ProviderCall ask) {
        if (ask.collection().equals("ledger")) {
            return new ProviderReply(200, ledger().asJson());
        }
        InMemoryCollection shelf = collection(ask);
        return new ProviderReply(200, ask.record().map(shelf::get).orElseGet(() -> shelf.list(ask.query())));
    }

    private JsonObject add(ProviderCall ask, FaultInjector fortune) {
        if (ask.record().isPresent()) {
            throw new RefusedException(405, "POST is for collections");
        }
        JsonObject asked = ask.document();
        return switch (ask.collection()) {
            case "sellers" -> addSeller(asked);
            case "products" -> {
                FieldRules.reference(asked, "seller", sellers);
                yield products.add(asked);
            }
            case "transactions" -> payments.accept(asked, ask.key().orElse(""), fortune);
            default -> throw new RefusedException(405, "nothing can be added here");
        };
    }

    /** A seller comes with the terms he has yet to agree to: the record of the same number. */
    private JsonObject addSeller(JsonObject asked) {
        FieldRules.text(asked, "uuid");
        JsonObject seller = sellers.add(asked);
        terms.add(Json.createObjectBuilder()
                .add("seller", seller.getString("resource_uri"))
                .add("text", "Who sells here is paid on Mondays.")
                .addNull("agreement")
                .build());
        return seller;
    }

    private JsonObject change(ProviderCall ask) {
        int pk = ask.record().orElseThrow(() -> new RefusedException(405, ask.method() + " is for records"));
        if (ask.collection().equals("transactions")) {
            throw new RefusedException(405, "a payment is not changed from outside");
        }
        return collection(ask).change(pk, ask.document());
    }

    private InMemoryCollection collection(ProviderCall ask) {
        return switch (ask.collection()) {
            case "sellers" -> sellers;
            case "products" -> products;
            case "terms" -> terms;
            case "transactions" -> payments.collection();
            default -> throw new RefusedException(404, "there is nothing here");
        };
    }
}
