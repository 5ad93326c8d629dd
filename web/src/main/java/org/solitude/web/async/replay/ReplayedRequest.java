package org.solitude.web.async.replay;

import java.io.ByteArrayInputStream;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jboss.resteasy.util.CaseInsensitiveMap;
import org.solitude.task.StoredRequest;

/**
 * A stored request as RESTEasy reads it. All headers are given at construction: RESTEasy's mock copies them there, and
 * {@code HttpHeaders.getRequestHeaders()} would not show those added later.
 */
final class ReplayedRequest extends MockHttpRequest {

    ReplayedRequest(StoredRequest stored) {
        CaseInsensitiveMap<String> headers = new CaseInsensitiveMap<>();
        stored.headers().forEach(header -> headers.add(header.name(), header.value()));
        this.httpHeaders = new ResteasyHttpHeaders(headers);
        this.httpMethod = stored.method();
        this.uri = new ResteasyUriInfo(stored.uri(), "/");
        this.inputStream = new ByteArrayInputStream(stored.body());
    }
}
