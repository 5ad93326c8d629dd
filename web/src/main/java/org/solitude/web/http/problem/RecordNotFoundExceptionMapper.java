package org.solitude.web.http.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.solitude.validation.RecordNotFoundException;

/** Maps a record that does not exist to 404. */
@Provider
public class RecordNotFoundExceptionMapper implements ExceptionMapper<RecordNotFoundException> {

    private static final System.Logger LOG = System.getLogger(RecordNotFoundExceptionMapper.class.getName());

    @Override
    public Response toResponse(RecordNotFoundException missing) {
        LOG.log(Level.DEBUG, "answered 404: {0}", missing.getMessage());
        return Problem.of(404, missing.getMessage()).asResponse().build();
    }
}
