package org.solitude.web.async;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskSettings;

/** The answers that may be given more than once: a 202, which is the same each time, and a stored response. */
@ApplicationScoped
public class StoredResponses {

    @Inject
    private TaskSettings settings;

    /**
     * The 202 of a task.
     *
     * @param origin scheme and authority as the client sees them
     */
    public Response accepted(UUID task, String origin) {
        TaskUrls urls = TaskUrls.of(task);
        return Response.accepted(urls)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .location(URI.create(origin + urls.result()))
                .header("Retry-After", settings.retryAfter().toSeconds())
                .build();
    }

    /** The stored response itself: status, every header, the same bytes. */
    public static Response.ResponseBuilder stored(StoredResponse stored) {
        Response.ResponseBuilder response = Response.status(stored.status());
        stored.headers().forEach(header -> response.header(header.name(), header.value()));
        if (stored.body().length > 0) {
            response.entity(stored.body());
        }
        return response;
    }
}
