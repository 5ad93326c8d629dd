package org.solitude.web.async.replay;

import java.io.ByteArrayInputStream;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jboss.resteasy.util.CaseInsensitiveMap;
import org.solitude.task.StoredRequest;

/**
 * A kept request as RESTEasy reads it. RESTEasy's own mock copies its headers when it is made, so that
 * {@code HttpHeaders.getRequestHeaders()} would show none that was added later: here all are there from the start.
 */
final class ReplayedRequest extends MockHttpRequest {

    ReplayedRequest(StoredRequest kept) {
        CaseInsensitiveMap<String> headers = new CaseInsensitiveMap<>();
        kept.headers().forEach(header -> headers.add(header.name(), header.value()));
        this.httpHeaders = new ResteasyHttpHeaders(headers);
        this.httpMethod = kept.method();
        this.uri = new ResteasyUriInfo(kept.uri(), "/");
        this.inputStream = new ByteArrayInputStream(kept.body());
    }
}
