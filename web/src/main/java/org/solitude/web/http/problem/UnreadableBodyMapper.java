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
 * A body that JSON-B cannot read is the client's mistake. RESTEasy reports it as a {@link ProcessingException}, as it
 * does for much that is ours (a client call that failed, a response that could not be written): only here, where a
 * request is read, can the two be told apart.
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
