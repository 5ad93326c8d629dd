package org.solitude.web.async;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskSettings;

/**
 * Builds the responses that may be sent more than once: the 202 of a task, which is always the same, and a stored
 * response.
 */
@ApplicationScoped
public class StoredResponses {

    @Inject
    private TaskSettings settings;

    /**
     * Builds the 202 of a task.
     *
     * @param origin the scheme and authority that the client used
     */
    public Response accepted(UUID task, String origin) {
        TaskUrls urls = TaskUrls.of(task);
        return Response.accepted(urls)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .location(URI.create(origin + urls.result()))
                .header("Retry-After", settings.retryAfter().toSeconds())
                .build();
    }

    /** Builds a stored response: its status, every header, the same bytes. */
    public static Response.ResponseBuilder stored(StoredResponse stored) {
        Response.ResponseBuilder response = Response.status(stored.status());
        stored.headers().forEach(header -> response.header(header.name(), header.value()));
        if (stored.body().length > 0) {
            response.entity(stored.body());
        }
        return response;
    }
}
