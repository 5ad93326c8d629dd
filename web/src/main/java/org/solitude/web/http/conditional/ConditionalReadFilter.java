package org.solitude.web.http.conditional;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemType;

/**
 * Evaluates the preconditions of every successful read, so that no resource has to: 304 without a body for a client
 * that has this version ({@code If-None-Match}), 412 for one that wants another ({@code If-Match}). A document without
 * an {@code ETag} gets one, a digest of its bytes. Lists have one too: it changes with anything on the page.
 */
@Provider
public class ConditionalReadFilter implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private static final String NO_DIGEST = ConditionalReadFilter.class.getName() + ".noDigest";

    @Context
    private Providers providers;

    /**
     * Gives the document of this request no tag of ours where it has none: whoever compares the tags that clients send
     * back does not know ours, and might change the document as if there were no {@code If-Match}.
     */
    public static void withoutDigest(ContainerRequestContext request) {
        request.setProperty(NO_DIGEST, true);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!READS.contains(request.getMethod())
                || response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        EntityTag present = tagOf(request, response);
        if (present == null) {
            return;
        }
        EntityTagList match = header(request, HttpHeaders.IF_MATCH);
        if (!match.isEmpty() && !match.containsStrong(present)) {
            refuse(response);
        } else {
            header(request, HttpHeaders.IF_NONE_MATCH)
                    .findWeak(present)
                    .ifPresent(known -> omitBody(response, known.isWeak() ? present : known));
        }
    }

    /** Answers 304. Its tag is the one that the client has, of the compressed response or of the other. */
    private static void omitBody(ContainerResponseContext response, EntityTag known) {
        response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
        response.setEntity(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        response.getHeaders().putSingle(HttpHeaders.ETAG, known);
    }

    private static EntityTagList header(ContainerRequestContext request, String name) {
        return EntityTagList.of(request.getHeaders().getOrDefault(name, List.of()));
    }

    private static void refuse(ContainerResponseContext response) {
        Problem stale = Problem.of(ProblemType.STALE, "It has another version now. Read it without If-Match.");
        response.setStatus(stale.status());
        response.setEntity(stale, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
    }

    private @Nullable EntityTag tagOf(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            return response.getEntityTag();
        }
        if (request.getProperty(NO_DIGEST) != null) {
            return null;
        }
        byte[] bytes = bytesOf(response);
        if (bytes == null) {
            return null;
        }
        EntityTag tag = BodyDigest.of(bytes);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        return tag;
    }

    /** Returns the bytes of the body; null where they are not known before they are sent. */
    private byte @Nullable [] bytesOf(ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return entity != null && MediaType.APPLICATION_JSON_TYPE.equals(response.getMediaType())
                ? serialized(response, entity)
                : null;
    }

    /** Writes a document as JSON, once: its bytes replace it. */
    private byte[] serialized(ContainerResponseContext response, Object document) {
        Jsonb jsonb = Objects.requireNonNull(providers.getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE))
                .getContext(document.getClass());
        byte[] bytes = jsonb.toJson(document).getBytes(StandardCharsets.UTF_8);
        response.setEntity(bytes, response.getEntityAnnotations(), response.getMediaType());
        return bytes;
    }
}
