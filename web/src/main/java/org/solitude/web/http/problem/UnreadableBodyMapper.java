package org.solitude.web.http.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Maps a body that JSON-B cannot read to 400. RESTEasy throws a {@link ProcessingException} for it, and also for faults
 * of the server (a failed client call, a response that cannot be written); only a reader interceptor can tell them
 * apart.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class UnreadableBodyMapper implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (ProcessingException | JsonbException | JsonException unreadable) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.MALFORMED_JSON,
                            "Send one JSON object (RFC 8259) of the form this resource describes."),
                    unreadable);
        }
    }
}
