package org.solitude.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.conditional.Preconditions;
import org.solitude.web.http.headers.Preferences;
import org.solitude.web.http.headers.Preferences.Return;

/**
 * Answers requests for one record, with its ETag. A write is answered as its client prefers (RFC 7240, 4.2): with
 * {@code return=representation} with the whole record, with {@code return=minimal} without a body, and otherwise as the
 * API reference says.
 */
@RequestScoped
public class RecordResponses {

    @Inject
    private UriInfo uri;

    @Inject
    private HttpHeaders headers;

    /** A record as clients see it. */
    public interface Document {

        /** Returns the path of the record. */
        String resourceUri();

        /** Returns the version counter of the record. */
        long counter();

        /** Returns the tag of this representation; it changes with each change of what the document shows. */
        @JsonbTransient
        default EntityTag tag() {
            return new EntityTag(Long.toString(counter()));
        }
    }

    /** Refuses the request with 412 where {@code If-Match} names another version than this one. */
    public void requireMatch(Document present) {
        Preconditions.requireMatch(headers, present.tag());
    }

    /** Answers a read. */
    public Response read(Document document) {
        return Response.ok(document).tag(document.tag()).build();
    }

    /** Answers a creation, by default with the whole record. */
    public Response created(Document document) {
        return created(document, document);
    }

    /** Answers a creation, by default with a summary of the record. */
    public Response created(Document document, Object summary) {
        ResponseBuilder created = Response.created(
                uri.getBaseUriBuilder().path(document.resourceUri()).build());
        return preferred(created.tag(document.tag()), Status.CREATED, document, summary);
    }

    /** Answers a change, by default with the whole record. */
    public Response changed(Document document) {
        return preferred(Response.ok().tag(document.tag()), Status.NO_CONTENT, document, document);
    }

    /** Answers a change, by default without a body. */
    public Response changedSilently(Document document) {
        return preferred(Response.ok().tag(document.tag()), Status.NO_CONTENT, document, null);
    }

    /** Answers a change of a record without an ETag, by default with the whole record. */
    public Response changedUntagged(Object document) {
        return preferred(Response.ok(), Status.NO_CONTENT, document, document);
    }

    private Response preferred(
            ResponseBuilder response, Status withoutBody, Object document, @Nullable Object byDefault) {
        Return preferred = Preferences.of(headers.getRequestHeaders()).returned();
        Object shown = byDefault;
        if (preferred != null) {
            response.header(Preferences.APPLIED, preferred.toString());
            shown = preferred == Return.REPRESENTATION ? document : null;
        }
        if (shown == null) {
            response.status(withoutBody);
        }
        return response.entity(shown).build();
    }
}
