package org.solitude.web.async.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.solitude.task.submission.TaskUncertainException;
import org.solitude.web.http.problem.FailureProblem;

/** Maps a task that may have been accepted or not to 503, with the list that shows whether it was. */
@Provider
public class TaskUncertainExceptionMapper implements ExceptionMapper<TaskUncertainException> {

    private static final System.Logger LOG = System.getLogger(TaskUncertainExceptionMapper.class.getName());
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(TaskUncertainException uncertain) {
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, () -> "answered 503, incident " + incident, uncertain);
        return FailureProblem.uncertain(uncertain, "/delay/result/?uuid=" + uncertain.task(), incident)
                .asResponse()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
