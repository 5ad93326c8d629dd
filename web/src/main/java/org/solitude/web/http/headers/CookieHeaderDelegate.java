package org.solitude.web.http.headers;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Writes cookies as text (RFC 6265), the same in both modes. RESTEasy would pass cookie objects to the servlet
 * container, which has a format of its own and takes no part in a replay.
 */
@Provider
public class CookieHeaderDelegate implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        List<Object> cookies = response.getHeaders().get(HttpHeaders.SET_COOKIE);
        if (cookies != null) {
            cookies.replaceAll(cookie -> cookie instanceof NewCookie object ? text(object) : cookie);
        }
    }

    private static String text(NewCookie cookie) {
        StringBuilder text = new StringBuilder(cookie.getName()).append('=').append(cookie.getValue());
        if (cookie.getPath() != null) {
            text.append("; Path=").append(cookie.getPath());
        }
        if (cookie.getDomain() != null) {
            text.append("; Domain=").append(cookie.getDomain());
        }
        if (cookie.getMaxAge() != NewCookie.DEFAULT_MAX_AGE) {
            text.append("; Max-Age=").append(cookie.getMaxAge());
        }
        if (cookie.isSecure()) {
            text.append("; Secure");
        }
        if (cookie.isHttpOnly()) {
            text.append("; HttpOnly");
        }
        if (cookie.getSameSite() != null) {
            text.append("; SameSite=").append(sameSite(cookie.getSameSite()));
        }
        return text.toString();
    }

    private static String sameSite(NewCookie.SameSite sameSite) {
        return switch (sameSite) {
            case NONE -> "None";
            case LAX -> "Lax";
            case STRICT -> "Strict";
        };
    }
}
