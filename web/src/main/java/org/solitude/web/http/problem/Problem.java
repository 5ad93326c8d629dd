package org.solitude.web.http.problem;

import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param detail what went wrong this time and what the client can do; never class names or secrets
 * @param extensions further members, with names of three characters or more
 */
@JsonbTypeSerializer(ProblemSerializer.class)
public record Problem(
        URI type, String title, int status, @Nullable String detail, Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final URI BLANK = URI.create("about:blank");

    public static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, Map.of());
    }

    /** Makes a problem of type {@code about:blank}, whose status says enough. */
    public static Problem of(int status, @Nullable String detail) {
        return new Problem(BLANK, phrase(status), status, detail, Map.of());
    }

    /** Returns this problem with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(type, title, status, detail, more);
    }

    /** Builds a response with this problem, whatever media types the client accepts. */
    public Response.ResponseBuilder asResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }

    private static String phrase(int status) {
        if (status == 422) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known != null
                ? known.getReasonPhrase()
                : Objects.requireNonNull(Response.Status.Family.familyOf(status))
                        .toString();
    }
}
