package org.solitude.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
import org.solitude.caller.CurrentCaller;
import org.solitude.config.Setting;

/**
 * Decides which records the current caller sees. Records are shared by all clients, or private to the client that made
 * them. An operator sees all, and so does the server where it works for nobody.
 */
@ApplicationScoped
public class RecordAccess {

    @Inject
    @Setting(
            description =
                    "Whether buyers, sellers, products and transactions are private to the client that made them: "
                            + "for others, except operators, they do not exist. Otherwise all clients share them.")
    @ConfigProperty(name = "solitude.records.private", defaultValue = "false")
    private boolean privateRecords;

    @Inject
    private CurrentCaller current;

    /** Returns the owner whose records alone are seen; empty where all are. */
    Optional<String> onlyOwner() {
        Caller caller = current.get();
        return privateRecords && caller.isKnown() && !caller.isOperator() ? Optional.of(caller.id()) : Optional.empty();
    }

    /** Returns whether the current caller sees a record. */
    boolean maySee(VersionedEntity record) {
        return !(record instanceof OwnedEntity owned)
                || onlyOwner().map(owner -> owner.equals(owned.owner())).orElse(true);
    }

    /** Returns the id of the current caller, null where there is none. */
    @Nullable
    String caller() {
        Caller caller = current.get();
        return caller.isKnown() ? caller.id() : null;
    }
}
