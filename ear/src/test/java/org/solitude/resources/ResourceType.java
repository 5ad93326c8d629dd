package org.solitude.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.solitude.harness.TestServer;

/** The nouns, by what each takes: the fields a client may send, by the type each must have. */
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

    /** What a record must be given at least, in single quotes. */
    abstract String requiredFields();

    /** How a client may write it. */
    List<String> methods() {
        return List.of("POST", "PUT", "PATCH");
    }

    /** Whether the field can only be set when the record is made. */
    boolean isImmutable(String field) {
        return false;
    }

    String path() {
        return "/generic/" + name().toLowerCase(java.util.Locale.ROOT) + "/";
    }

    /** Makes one, and tells its URI. */
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

    /** All fields. */
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
