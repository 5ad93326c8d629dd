package org.solitude.web.api.buyer;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.audit.AuditFilter;
import org.solitude.web.http.listing.ListDocument;

/**
 * Tells the audit log which buyers a read shows. Bound to the methods, so that no spelling of their path escapes it.
 * Sees the whole response: it runs before others take it away (304).
 */
@Provider
@AuditedRead
@Priority(Priorities.USER + 2000)
public class BuyerReadFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        request.setProperty(
                AuditFilter.RECORDS_READ,
                buyers(response.getEntity()).map(BuyerDocument::resourceUri).collect(Collectors.joining(" ")));
    }

    private static Stream<BuyerDocument> buyers(@Nullable Object entity) {
        Stream<?> shown = entity instanceof ListDocument<?> list ? list.objects().stream() : Stream.ofNullable(entity);
        return shown.filter(BuyerDocument.class::isInstance).map(BuyerDocument.class::cast);
    }
}
