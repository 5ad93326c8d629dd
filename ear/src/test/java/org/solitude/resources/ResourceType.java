package org.solitude.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.solitude.harness.TestServer;

/** The nouns, by what each takes: the fields a client may send, by the type each must have. */
enum ResourceType {
    BUYER("uuid email locale pin new_pin", "active authenticated pin_confirmed needs_pin_reset", "", "") {
        @Override
        String base() {
            return "'uuid': '%s'".formatted(ViolationAssertions.fresh("buyer"));
        }
    },
    SELLER("uuid", "active", "", "") {
        @Override
        String base() {
            return "'uuid': '%s'".formatted(ViolationAssertions.fresh("seller"));
        }
    },
    PRODUCT("external_id public_id secret", "", "access", "seller") {
        @Override
        String base() {
            return "'seller': '%s'".formatted(SELLER.create());
        }
    },
    TRANSACTION(
            "uuid provider source carrier region amount currency uid_pay uid_support notes",
            "",
            "type status",
            "seller_product buyer related") {
        @Override
        String base() {
            return "'seller_product': '%s', 'amount': '5', 'currency': 'EUR'".formatted(PRODUCT.create());
        }

        @Override
        List<String> methods() {
            return List.of("POST", "PATCH");
        }

        @Override
        boolean isFixed(String field) {
            return !Set.of("notes", "status", "uid_pay", "uid_support", "amount", "currency")
                    .contains(field);
        }
    };

    private final List<String> texts;
    private final List<String> flags;
    private final List<String> wholes;
    private final List<String> references;

    ResourceType(String texts, String flags, String wholes, String references) {
        this.texts = words(texts);
        this.flags = words(flags);
        this.wholes = words(wholes);
        this.references = words(references);
    }

    /** What a record must be given at least, in single quotes. */
    abstract String base();

    /** How a client may write it. */
    List<String> methods() {
        return List.of("POST", "PUT", "PATCH");
    }

    /** Whether the field can only be set when the record is made. */
    boolean isFixed(String field) {
        return false;
    }

    String path() {
        return "/generic/" + name().toLowerCase(java.util.Locale.ROOT) + "/";
    }

    /** Makes one, and tells its URI. */
    String create() {
        return ViolationAssertions.document(
                        TestServer.client().post(path(), ViolationAssertions.json("{" + base() + "}")), 201)
                .getString("resource_uri");
    }

    List<String> texts() {
        return texts;
    }

    List<String> flags() {
        return flags;
    }

    List<String> wholes() {
        return wholes;
    }

    List<String> references() {
        return references;
    }

    /** All fields. */
    List<String> fields() {
        List<String> all = new ArrayList<>(texts);
        all.addAll(flags);
        all.addAll(wholes);
        all.addAll(references);
        return all;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
