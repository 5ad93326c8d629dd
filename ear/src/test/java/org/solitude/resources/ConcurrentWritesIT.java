package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.assertViolations;
import static org.solitude.resources.ViolationAssertions.json;
import static org.solitude.resources.ViolationAssertions.uniqueName;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that of concurrent conflicting writes one succeeds and the others get the same error as later writes would. */
@UsesSharedServer
class ConcurrentWritesIT {

    private static final int CLIENTS = 16;

    private final SolitudeClient solitude = TestServer.client();

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void concurrentCreationsMakeOneBuyerAndOneSellerPerUuid(CallMode mode) {
        assertOneSucceeds(
                mode, "/generic/buyer/", json("{'uuid': '%s'}", uniqueName("buyer")), "uuid=BUYER_UUID_ALREADY_EXISTS");
        assertOneSucceeds(
                mode,
                "/generic/seller/",
                json("{'uuid': '%s'}", uniqueName("seller")),
                "uuid=SELLER_UUID_ALREADY_EXISTS");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void concurrentCreationsMakeOneProductPerId(CallMode mode) {
        String seller = ResourceType.SELLER.create();
        assertOneSucceeds(
                mode,
                "/generic/product/",
                json("{'seller': '%s', 'external_id': 'e'}", seller),
                "external_id=EXTERNAL_PRODUCT_ID_IS_NOT_UNIQUE");
        assertOneSucceeds(
                mode,
                "/generic/product/",
                json("{'seller': '%s', 'public_id': '%s'}", seller, uniqueName("product")),
                "public_id=PUBLIC_PRODUCT_ID_IS_NOT_UNIQUE");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void concurrentCreationsMakeOneTransactionPerId(CallMode mode) {
        String product = ResourceType.PRODUCT.create();
        for (String[] idAndViolation : new String[][] {
            {"uuid", "uuid=TRANSACTION_UUID_ALREADY_EXISTS"},
            {"uid_pay", "uid_pay=UID_PAY_IS_NOT_UNIQUE"},
            {"uid_support", "uid_support=UID_SUPPORT_IS_NOT_UNIQUE"}
        }) {
            String body = json(
                    "{'seller_product': '%s', 'type': 3, 'provider': 'scripted', '%s': '%s'}",
                    product, idAndViolation[0], uniqueName("id"));
            assertOneSucceeds(mode, "/generic/transaction/", body, idAndViolation[1]);
        }
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void concurrentChangesOfOneVersionSucceedOnce(CallMode mode) {
        String uri = ResourceType.SELLER.create();
        String tag = solitude.get(uri).header("ETag").orElseThrow();
        List<ApiResponse> responses =
                callConcurrently(() -> mode.patch(solitude.with("If-Match", tag), uri, json("{'active': false}")));
        assertThat(responses.stream().map(ApiResponse::status)).containsOnly(200, 412);
        assertThat(responses.stream().filter(response -> response.status() == 200))
                .hasSize(1);
    }

    private static void assertOneSucceeds(CallMode mode, String path, String body, String violation) {
        List<ApiResponse> responses = callConcurrently(() -> mode.post(path, body));
        assertThat(responses.stream().filter(response -> response.status() == 201))
                .hasSize(1);
        responses.stream()
                .filter(response -> response.status() != 201)
                .forEach(response -> assertViolations(response, violation));
    }

    private static List<ApiResponse> callConcurrently(Supplier<ApiResponse> call) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<CompletableFuture<ApiResponse>> started = Stream.generate(
                            () -> CompletableFuture.supplyAsync(call, threads))
                    .limit(CLIENTS)
                    .toList();
            return started.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
