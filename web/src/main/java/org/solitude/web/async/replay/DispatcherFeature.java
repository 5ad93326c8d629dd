package org.solitude.web.async.replay;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.Dispatcher;

/** Takes RESTEasy's dispatcher while the application is being configured: it is not available later. */
@Provider
public class DispatcherFeature implements Feature {

    @Inject
    private RestEasyDispatcher restEasy;

    @Override
    public boolean configure(FeatureContext context) {
        restEasy.set((SynchronousDispatcher) ResteasyContext.getContextData(Dispatcher.class));
        return true;
    }
}
