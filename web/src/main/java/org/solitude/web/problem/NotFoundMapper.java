package org.solitude.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.solitude.generic.NotFound;

/** What is not there is a 404 that says what was looked for. */
@Provider
public class NotFoundMapper implements ExceptionMapper<NotFound> {

    private static final System.Logger LOG = System.getLogger(NotFoundMapper.class.getName());

    @Override
    public Response toResponse(NotFound missing) {
        LOG.log(Level.DEBUG, "answered 404: {0}", missing.getMessage());
        return Problem.of(404, missing.getMessage()).asResponse().build();
    }
}
