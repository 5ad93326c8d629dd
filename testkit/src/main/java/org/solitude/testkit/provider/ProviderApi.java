package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Processes the requests to the provider. A repeated write with the same {@code Idempotency-Key} gets the response of
 * the first and has no further effect, until its key is forgotten; with another body or URL it gets 422. Processes one request at a time, so that
 * two requests with one key cannot run concurrently.
 */
final class ProviderApi {
    private final InMemoryCollection sellers = new InMemoryCollection("sellers");
    private final InMemoryCollection terms = new InMemoryCollection("terms");
    private final InMemoryCollection products = new InMemoryCollection("products");
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final Map<String, StoredReply> replies = new HashMap<>();
    private final Clock clock = Clock.systemUTC();

    private record StoredReply(String fingerprint, ProviderReply reply, Instant created) {}

    ProviderApi(EventSender events, ScheduledExecutorService scheduler) {
        payments = new PaymentStore(products, events, scheduler);
        refunds = new RefundStore(payments.collection(), payments.ledger(), events, scheduler);
    }

    ChargeLedger ledger() {
        return payments.ledger();
    }

    /** Processes a request, or returns the stored response of the first request with its key. */
    synchronized ProviderReply reply(ProviderCall call, FaultInjector injector) {
        Optional<String> key = call.key().filter(present -> call.isWrite());
        Instant now = clock.instant();
        StoredReply stored = key.map(replies::get)
                .filter(reply ->
                        reply.created().plus(injector.faults().keysKept()).isAfter(now))
                .orElse(null);
        if (stored == null) {
            ProviderReply reply = process(call, injector);
            key.ifPresent(present -> replies.put(present, new StoredReply(call.fingerprint(), reply, now)));
            return reply;
        }
        return stored.fingerprint().equals(call.fingerprint())
                ? stored.reply()
                : ProviderReply.of(
                        new RefusedException(422, "this Idempotency-Key was used with another request before"));
    }

    private ProviderReply process(ProviderCall call, FaultInjector injector) {
        try {
            Optional<ProviderCall> refunds = call.belowRecord("refunds");
            if (refunds.isPresent() && call.collection().equals("transactions")) {
                return refunds(Integer.parseInt(call.path().get(1)), refunds.get(), injector);
            }
            return switch (call.method()) {
                case "GET" -> read(call);
                case "POST" -> new ProviderReply(201, add(call, injector));
                case "PUT", "PATCH" -> new ProviderReply(200, change(call));
                default -> throw new RefusedException(405, call.method() + " is not supported");
            };
        } catch (RefusedException refusal) {
            return ProviderReply.of(refusal);
        }
    }

    private ProviderReply refunds(int transaction, ProviderCall call, FaultInjector injector) {
        if (call.isWrite() && (!call.method().equals("POST") || call.record().isPresent())) {
            throw new RefusedException(405, "a refund cannot be changed by clients");
        }
        if (call.isWrite()) {
            return new ProviderReply(
                    201, refunds.accept(transaction, call.document(), call.key().orElse(""), injector));
        }
        InMemoryCollection found = refunds.of(transaction);
        return new ProviderReply(200, call.record().map(found::get).orElseGet(() -> found.list(call.query())));
    }

    private ProviderReply read(ProviderCall call) {
        if (call.collection().equals("ledger")) {
            return new ProviderReply(200, ledger().asJson());
        }
        InMemoryCollection collection = collection(call);
        return new ProviderReply(
                200, call.record().map(collection::get).orElseGet(() -> collection.list(call.query())));
    }

    private JsonObject add(ProviderCall call, FaultInjector injector) {
        if (call.record().isPresent()) {
            throw new RefusedException(405, "POST is for collections");
        }
        JsonObject document = call.document();
        return switch (call.collection()) {
            case "sellers" -> addSeller(document);
            case "products" -> {
                FieldRules.reference(document, "seller", sellers);
                yield products.add(document);
            }
            case "transactions" -> payments.accept(document, call.key().orElse(""), injector);
            default -> throw new RefusedException(405, "nothing can be added to this collection");
        };
    }

    /** Adds a seller, and the terms that the seller must agree to: a record with the same number. */
    private JsonObject addSeller(JsonObject document) {
        FieldRules.text(document, "uuid");
        JsonObject seller = sellers.add(document);
        terms.add(Json.createObjectBuilder()
                .add("seller", seller.getString("resource_uri"))
                .add("text", "Sellers are paid on Mondays.")
                .addNull("agreement")
                .build());
        return seller;
    }

    private JsonObject change(ProviderCall call) {
        int pk = call.record().orElseThrow(() -> new RefusedException(405, call.method() + " is for records"));
        if (call.collection().equals("transactions")) {
            throw new RefusedException(405, "a payment cannot be changed by clients");
        }
        return collection(call).change(pk, call.document());
    }

    private InMemoryCollection collection(ProviderCall call) {
        return switch (call.collection()) {
            case "sellers" -> sellers;
            case "products" -> products;
            case "terms" -> terms;
            case "transactions" -> payments.collection();
            default -> throw new RefusedException(404, "there is no such resource");
        };
    }
}
