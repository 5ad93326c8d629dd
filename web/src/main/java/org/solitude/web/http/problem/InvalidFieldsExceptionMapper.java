package org.solitude.web.http.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.solitude.validation.InvalidFieldsException;

/** Maps broken rules to 422, with every rule that each field breaks. */
@Provider
public class InvalidFieldsExceptionMapper implements ExceptionMapper<InvalidFieldsException> {

    private static final System.Logger LOG = System.getLogger(InvalidFieldsExceptionMapper.class.getName());

    @Override
    public Response toResponse(InvalidFieldsException invalid) {
        LOG.log(Level.DEBUG, "answered 422: {0}", invalid.getMessage());
        return Problem.of(ProblemType.INVALID_FIELDS, "See errors for what to change.")
                .with("errors", invalid.byField())
                .asResponse()
                .build();
    }
}
