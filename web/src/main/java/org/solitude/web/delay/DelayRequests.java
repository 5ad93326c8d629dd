package org.solitude.web.delay;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URI;
import org.solitude.delay.Acceptance;
import org.solitude.delay.DelaySettings;
import org.solitude.delay.DelayedTask;
import org.solitude.delay.StoredRequest;
import org.solitude.delay.Wishes;
import org.solitude.web.audit.AuditCalls;
import org.solitude.web.security.Callers;

/**
 * Turns a marked write into a task. It runs after the resource was matched and the caller's roles were checked, so
 * that what can be refused at once is refused at once and makes no task.
 */
@Provider
@Priority(Priorities.USER)
public class DelayRequests implements ContainerRequestFilter {

    @Inject
    private Acceptance acceptance;

    @Inject
    private Callers callers;

    @Inject
    private WishHeaders wishHeaders;

    @Inject
    private DelaySettings settings;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!AsyncHeader.isOn(request)) {
            return;
        }
        Wishes wishes = wishHeaders.of(request);
        StoredRequest stored = KeptRequest.of(request);
        DelayedTask task = acceptance.accept(stored, callers.current(), wishes);
        request.setProperty(AuditCalls.MADE, task.uuid());
        TaskUrls urls = TaskUrls.of(task);
        request.abortWith(Response.accepted(urls)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .location(URI.create(stored.origin() + urls.result()))
                .header("Retry-After", settings.retryAfter().toSeconds())
                .build());
    }
}
