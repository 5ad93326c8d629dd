package org.solitude.web.async.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.solitude.task.DelayedTask;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskLookup;
import org.solitude.web.async.AsyncHeader;
import org.solitude.web.async.StoredResponses;

/** Builds the responses for a task that has run. */
@ApplicationScoped
public class TaskResponses {

    @Inject
    private TaskLookup lookup;

    @Inject
    private Clock clock;

    /** Returns the stored response, as the synchronous call would have got it. */
    public Response replay(DelayedTask task) {
        return StoredResponses.stored(lookup.responseOf(task))
                .header(AsyncHeader.NAME, AsyncHeader.YES)
                .build();
    }

    /** Returns the task with its response inside. */
    public Response result(DelayedTask task) {
        StoredResponse stored = lookup.responseOf(task);
        return Response.ok(
                        TaskDocument.of(task, stored, lookup.attemptsOf(task), clock.instant()),
                        MediaType.APPLICATION_JSON_TYPE)
                .header(AsyncHeader.NAME, AsyncHeader.YES)
                .header(HttpHeaders.CACHE_CONTROL, mustNotBeCompressed(stored) ? "no-store, no-transform" : "no-store")
                .build();
    }

    /** A response with a secret says so; the document that has it inside must say it too. */
    private static boolean mustNotBeCompressed(StoredResponse stored) {
        String cacheControl = stored.header(HttpHeaders.CACHE_CONTROL);
        return cacheControl != null && cacheControl.contains("no-transform");
    }
}
