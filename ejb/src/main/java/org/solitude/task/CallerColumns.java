package org.solitude.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;

/** Maps the caller who requested a task to columns of its row. */
@Embeddable
class CallerColumns {

    @Column(name = "caller_name", updatable = false)
    private @Nullable String name;

    @Column(name = "caller_issuer", updatable = false)
    private @Nullable String issuer;

    @Column(name = "caller_roles", updatable = false)
    private @Nullable String roles;

    protected CallerColumns() {}

    CallerColumns(Caller caller) {
        this.name = caller.name();
        this.issuer = caller.issuer();
        this.roles = String.join(" ", new TreeSet<>(caller.roles()));
    }

    Caller caller() {
        Set<String> known = roles == null || roles.isEmpty() ? Set.of() : Set.of(roles.split(" "));
        return new Caller(name == null ? "" : name, issuer, known);
    }
}
