package org.solitude.web.http.body;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;

/** Keeps one budget for the bodies of clients and a smaller one for the bodies of senders without a login. */
@ApplicationScoped
class BodyBudgets {

    @Inject
    private RequestBodySettings settings;

    private @Nullable BodyBudget clients;
    private @Nullable BodyBudget anonymous;

    @PostConstruct
    void open() {
        clients = new BodyBudget(settings.ofClients());
        anonymous = new BodyBudget(settings.ofAnonymous());
    }

    /** Returns the budget that the bodies of this caller are counted in. */
    BodyBudget of(Caller caller) {
        return Objects.requireNonNull(caller.isKnown() ? clients : anonymous);
    }
}
