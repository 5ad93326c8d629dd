package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.assertViolations;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that a reference to a record is its path or an absolute URI of this server. */
@UsesSharedServer
class ReferencesIT {

    private static final String PRODUCTS = ResourceType.PRODUCT.path();

    private final SolitudeClient solitude = TestServer.client();
    private final URI server = solitude.base();
    private final String seller = ResourceType.SELLER.create();

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void pathAndUriOfThisServerAreAccepted(CallMode mode) {
        for (String reference : new String[] {
            seller,
            seller.substring(0, seller.length() - 1),
            server.resolve(seller).toString(),
            "HTTP://" + server.getAuthority() + seller
        }) {
            String product = document(mode.post(PRODUCTS, json("{'seller': '%s'}", reference)), 201)
                    .getString("resource_uri");
            assertThat(document(mode.patch(product, json("{'seller': '%s'}", server.resolve(seller))), 200)
                            .getString("seller"))
                    .isEqualTo(seller);
        }
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void uriOfAnotherServerIsRefused(CallMode mode) {
        for (String reference : new String[] {
            "https://evil.example" + seller,
            "//evil.example" + seller,
            "https://" + server.getAuthority() + seller,
            "http://" + server.getHost() + ":1" + seller,
            "http://user@" + server.getAuthority() + seller,
            seller + "?version=1",
            seller + "#top",
            "/elsewhere/.." + seller
        }) {
            assertViolations(mode.post(PRODUCTS, json("{'seller': '%s'}", reference)), "seller=INVALID_URI");
        }
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void immutableReferenceMayBeSentBackAsUriOfThisServer(CallMode mode) {
        String uri = ResourceType.TRANSACTION.create();
        String product = solitude.get(uri).json().getString("seller_product");
        document(mode.patch(uri, json("{'seller_product': '%s'}", server.resolve(product))), 200);
        assertViolations(
                mode.patch(uri, json("{'seller_product': 'http://evil.example%s'}", product)),
                "seller_product=CANNOT_ALTER");
    }

    @Test
    void filterTakesUriOfThisServerOnly() {
        document(solitude.post(PRODUCTS, json("{'seller': '%s'}", seller)), 201);
        String found =
                solitude.get(PRODUCTS + "?seller=" + server.resolve(seller)).text();
        assertThat(found).contains("\"total_count\":1");
        assertThat(solitude.get(PRODUCTS + "?seller=http://evil.example" + seller)
                        .status())
                .isEqualTo(400);
    }
}
