package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.ResourceMethodRegistry;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.spi.Registry;

/** Lists every route of the running server, one a line: its method and its path. */
@RequestScoped
@Path("/probe/routes/")
@Produces("text/plain")
public class RoutesProbe {

    @GET
    public String routes() {
        Set<String> routes = new TreeSet<>();
        var registry = (ResourceMethodRegistry) ResteasyContext.getContextData(Registry.class);
        registry.getBounded()
                .forEach((path, invokers) -> invokers.forEach(invoker -> {
                    if (invoker instanceof ResourceMethodInvoker method) {
                        method.getHttpMethods().forEach(verb -> routes.add(verb + " " + path));
                    }
                }));
        return String.join("\n", routes);
    }
}
