package org.solitude.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.solitude.generic.InvalidFields;

/** Broken rules are a 422 that names every field and every rule. */
@Provider
public class InvalidFieldsMapper implements ExceptionMapper<InvalidFields> {

    private static final System.Logger LOG = System.getLogger(InvalidFieldsMapper.class.getName());

    @Override
    public Response toResponse(InvalidFields broken) {
        LOG.log(Level.DEBUG, "answered 422: {0}", broken.getMessage());
        return Problem.of(ProblemType.INVALID_FIELDS, "See errors for what to change.")
                .with("errors", broken.byField())
                .asResponse()
                .build();
    }
}
