package org.solitude.web.http.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.solitude.validation.InvalidFieldsException;

/** Broken rules are a 422 that names every field and every rule. */
@Provider
public class InvalidFieldsExceptionMapper implements ExceptionMapper<InvalidFieldsException> {

    private static final System.Logger LOG = System.getLogger(InvalidFieldsExceptionMapper.class.getName());

    @Override
    public Response toResponse(InvalidFieldsException broken) {
        LOG.log(Level.DEBUG, "answered 422: {0}", broken.getMessage());
        return Problem.of(ProblemType.INVALID_FIELDS, "See errors for what to change.")
                .with("errors", broken.byField())
                .asResponse()
                .build();
    }
}
