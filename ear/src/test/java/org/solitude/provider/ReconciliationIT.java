package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ScriptedProvider;
import org.solitude.harness.ScriptedProvider.Reply;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;

/** Tests when a provider is asked about open payments: fairly, ever less often, and as long as it takes. */
@UsesSharedServer
class ReconciliationIT {

    private static final String PATH = "/scripted/v1/transactions/";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int COMPLETED = 1;
    private static final Reply PENDING = exchange -> ScriptedProvider.json(
                    201, "{\"status\": \"pending\", \"token\": \"%s\"}".formatted(UUID.randomUUID()))
            .accept(exchange);

    private final ScriptedProvider provider = TestServer.running().scripted();
    private final TestShop shop = TestShop.create(TestServer.client());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, List<Instant>> inquiries = new ConcurrentHashMap<>();

    @BeforeEach
    void answerByUuid() {
        provider.on(PATH, exchange -> {
            String query = exchange.getRequestURI().getQuery();
            if (query == null) {
                PENDING.accept(exchange);
                return;
            }
            String uuid = query.replace("uuid=", "");
            inquiries
                    .computeIfAbsent(uuid, each -> new CopyOnWriteArrayList<>())
                    .add(Instant.now());
            String status = answers.getOrDefault(uuid, "completed");
            (status.equals("hopeless")
                            ? ScriptedProvider.json(500, "{}")
                            : ScriptedProvider.json(
                                    200,
                                    "{\"objects\": [{\"uuid\": \"%s\", \"status\": \"%s\"}]}".formatted(uuid, status)))
                    .accept(exchange);
        });
    }

    @AfterEach
    void completeAll() {
        answers.clear();
    }

    @Test
    void hopelessPaymentsDoNotStarveOthers() {
        IntStream.range(0, 12).forEach(number -> pay("hopeless"));
        String last = pay("completed");
        await("the payment after the hopeless ones is inquired")
                .atMost(SOON)
                .until(() -> shop.status(last) == COMPLETED);
    }

    @Test
    void paymentThatStaysPendingIsInquiredEverLessOften() {
        String uuid = pay("pending");
        await("four inquiries")
                .atMost(SOON)
                .until(() -> inquiries.getOrDefault(uuid, List.of()).size() >= 4);
        List<Instant> times = Objects.requireNonNull(inquiries.get(uuid));
        assertThat(Duration.between(times.get(2), times.get(3)))
                .isGreaterThan(Duration.between(times.get(0), times.get(1)).plusSeconds(1));
        answers.put(uuid, "completed");
        await("it is inquired to the end").atMost(SOON).until(() -> shop.status(uuid) == COMPLETED);
    }

    @Test
    void forgottenPaymentIsRaised() {
        String uuid = pay("pending");
        answers.put(uuid, "nothing");
        provider.on(PATH, ScriptedProvider.json(200, "{\"objects\": []}"));
        await("it is raised").atMost(SOON).untilAsserted(() -> assertThat(TestServer.operator()
                        .get("/operations/contradictions/?resolved=false&transaction="
                                + shop.transaction(uuid).getString("resource_uri"))
                        .text())
                .contains("\"kind\":\"forgotten\""));
        answerByUuid();
    }

    private String pay(String laterStatus) {
        String uuid = UUID.randomUUID().toString();
        answers.put(uuid, laterStatus);
        ApiResponse paid = shop.solitude().post("/provider/scripted/transactions/", shop.payment(uuid, "5.00"));
        assertThat(paid.status()).as("%s", paid).isEqualTo(201);
        return uuid;
    }
}
