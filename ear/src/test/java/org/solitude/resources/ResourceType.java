package org.solitude.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.solitude.harness.TestServer;

/** The types of resources, with the fields that a client may send, by the JSON type of each. */
enum ResourceType {
    BUYER("uuid email locale pin new_pin", "active authenticated pin_confirmed needs_pin_reset", "", "") {
        @Override
        String requiredFields() {
            return "'uuid': '%s'".formatted(ViolationAssertions.uniqueName("buyer"));
        }
    },
    SELLER("uuid", "active", "", "") {
        @Override
        String requiredFields() {
            return "'uuid': '%s'".formatted(ViolationAssertions.uniqueName("seller"));
        }
    },
    PRODUCT("external_id public_id secret", "", "access", "seller") {
        @Override
        String requiredFields() {
            return "'seller': '%s'".formatted(SELLER.create());
        }
    },
    TRANSACTION(
            "uuid provider source carrier region amount currency uid_pay uid_support notes",
            "",
            "type status",
            "seller_product buyer related") {
        @Override
        String requiredFields() {
            return "'seller_product': '%s', 'amount': '5', 'currency': 'EUR'".formatted(PRODUCT.create());
        }

        @Override
        List<String> methods() {
            return List.of("POST", "PATCH");
        }

        @Override
        boolean isImmutable(String field) {
            return !Set.of("notes", "status", "uid_pay", "uid_support", "amount", "currency")
                    .contains(field);
        }
    };

    private final List<String> texts;
    private final List<String> flags;
    private final List<String> integers;
    private final List<String> references;

    ResourceType(String texts, String flags, String wholes, String references) {
        this.texts = split(texts);
        this.flags = split(flags);
        this.integers = split(wholes);
        this.references = split(references);
    }

    /** Returns the fields that a creation requires, as JSON in single quotes. */
    abstract String requiredFields();

    /** Returns the methods with which a client may write it. */
    List<String> methods() {
        return List.of("POST", "PUT", "PATCH");
    }

    /** Returns whether the field can only be set at creation. */
    boolean isImmutable(String field) {
        return false;
    }

    String path() {
        return "/generic/" + name().toLowerCase(java.util.Locale.ROOT) + "/";
    }

    /** Creates a record and returns its URI. */
    String create() {
        return ViolationAssertions.document(
                        TestServer.client().post(path(), ViolationAssertions.json("{" + requiredFields() + "}")), 201)
                .getString("resource_uri");
    }

    List<String> texts() {
        return texts;
    }

    List<String> flags() {
        return flags;
    }

    List<String> integers() {
        return integers;
    }

    List<String> references() {
        return references;
    }

    /** Returns all fields. */
    List<String> fields() {
        List<String> all = new ArrayList<>(texts);
        all.addAll(flags);
        all.addAll(integers);
        all.addAll(references);
        return all;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
