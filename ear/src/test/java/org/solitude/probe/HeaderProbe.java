package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Date;
import java.util.Locale;

/** Returns every kind of response header: several values, objects that are not strings, and locations. */
@RequestScoped
@Path("/probe/header/")
public class HeaderProbe {
    @Context
    UriInfo uri;

    @Context
    Request request;

    @POST
    @Path("cookies/")
    public Response cookies() {
        return Response.ok("two")
                .cookie(
                        new NewCookie.Builder("first")
                                .value("1")
                                .path("/")
                                .httpOnly(true)
                                .build(),
                        new NewCookie.Builder("second")
                                .value("2")
                                .maxAge(60)
                                .secure(true)
                                .sameSite(NewCookie.SameSite.STRICT)
                                .build())
                .build();
    }

    @POST
    @Path("links/")
    public Response links() {
        return Response.ok("linked")
                .links(
                        Link.fromUri("/a/").rel("next").build(),
                        Link.fromUri("/b/").rel("prev").title("Zurück").build())
                .build();
    }

    @POST
    @Path("several/")
    public Response several() {
        return Response.ok("many")
                .header("X-Many", "one")
                .header("X-Many", "two, three")
                .header("X-Number", 42)
                .header("X-Empty", "")
                .header("Vary", "Accept")
                .header("Vary", "Accept-Language")
                .build();
    }

    /** Returns header values that only a header delegate can write. */
    @POST
    @Path("objects/")
    public Response objects() {
        CacheControl control = new CacheControl();
        control.setPrivate(true);
        control.setMaxAge(30);
        return Response.ok("objects", "text/plain")
                .tag(new EntityTag("weak", true))
                .lastModified(new Date(1_400_000_000_000L))
                .expires(new Date(1_500_000_000_000L))
                .language(Locale.GERMANY)
                .cacheControl(control)
                .contentLocation(URI.create("/probe/elsewhere/"))
                .allow("GET", "POST")
                .header("Retry-After", 7)
                .build();
    }

    @POST
    @Path("created-relative/")
    public Response createdRelative() {
        return Response.created(URI.create("probe/thing/1/")).build();
    }

    @POST
    @Path("created-absolute/")
    public Response createdAbsolute() {
        return Response.created(uri.getAbsolutePathBuilder().path("1/").build()).build();
    }

    @POST
    @Path("created-elsewhere/")
    public Response createdElsewhere() {
        return Response.created(URI.create("https://provider.example/thing/1?a=b&c=%20d"))
                .build();
    }

    @POST
    @Path("see-other/")
    public Response seeOther() {
        return Response.seeOther(URI.create("/probe/thing/1/")).build();
    }

    @POST
    @Path("moved/")
    public Response moved() {
        return Response.temporaryRedirect(URI.create("/probe/thing/2/")).build();
    }

    @POST
    @Path("tag/")
    public Response tag() {
        return Response.ok("tagged").tag("17").build();
    }

    /** Evaluates the caller's precondition. */
    @POST
    @Path("guarded/")
    public Response guarded() {
        ResponseBuilder stale = request.evaluatePreconditions(new EntityTag("17"));
        return stale != null ? stale.build() : Response.ok("fresh").tag("17").build();
    }

    /** Returns the caller's accepted languages. */
    @POST
    @Path("language/")
    public Response language(@HeaderParam("Accept-Language") String accepted) {
        return Response.ok("wanted " + accepted, "text/plain").build();
    }
}
