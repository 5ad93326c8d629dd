package org.solitude.web.http.audit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solitude.audit.AuditEvent;
import org.solitude.audit.AuditLog;
import org.solitude.caller.Caller;
import org.solitude.web.http.security.CallerResolver;

/**
 * Records each unsafe call, each read of buyers and each successful poll in the audit log, with the status that the
 * client got. It is the outermost filter (see web.xml), so that a failed commit is recorded with its real status. A poll
 * of a task that has not run is not recorded. A poll of an unknown task is recorded like one of another client's task,
 * so that both take equally long.
 */
public class AuditFilter extends HttpFilter {

    /** The request attribute with the UUID of the task that was made of the request. */
    public static final String TASK_UUID = AuditFilter.class.getName() + ".made";

    /** The request attribute with the URIs of the records that a read shows, if it is one that is recorded. */
    public static final String RECORDS_READ = AuditFilter.class.getName() + ".read";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String TASKS = "/delay/";
    private static final String ASYNC = "Solitude-Async";

    @Inject
    private transient AuditLog audit;

    @Inject
    private transient CallerResolver callers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Caller caller = callers.current();
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new ResponseCompletion(() -> record(caller, request, response)));
            } else {
                record(caller, request, response);
            }
        }
    }

    private void record(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        String verb = verb(request, response);
        if (verb != null) {
            audit.record(AuditEvent.of(verb)
                    .with("client", caller.isKnown() ? caller.id() : null)
                    .with("task", request.getAttribute(TASK_UUID))
                    .with("method", request.getMethod())
                    .with("path", request.getRequestURI())
                    .with("records", shown(request))
                    .with("status", response.getStatus())
                    .with("remote", request.getRemoteAddr()));
        }
    }

    private static @Nullable String verb(HttpServletRequest request, HttpServletResponse response) {
        boolean ofTask = request.getRequestURI().startsWith(TASKS);
        if (READS.contains(request.getMethod())) {
            boolean recorded = request.getAttribute(RECORDS_READ) != null || ofTask && !isNotRunYet(response);
            return recorded ? "read" : null;
        }
        if (request.getAttribute(TASK_UUID) != null) {
            return "made";
        }
        return ofTask && request.getMethod().equals("DELETE") ? "cancelled" : "called";
    }

    private static boolean isNotRunYet(HttpServletResponse response) {
        return "no".equals(response.getHeader(ASYNC));
    }

    /** Returns the records that a read shows; null where it shows none. */
    private static @Nullable Object shown(HttpServletRequest request) {
        Object records = request.getAttribute(RECORDS_READ);
        return "".equals(records) ? null : records;
    }
}
