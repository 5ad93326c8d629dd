package org.solitude.web.http.connection;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts the handlers of this package in front of the servlet container; Undertow finds it as a service. */
public final class ConnectionExtension implements ServletExtension {

    /** Adds the handlers, the last one outermost. */
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        SlowReaderSettings slowReaders = SlowReaderSettings.read(ConfigProvider.getConfig());
        deployment.addInitialHandlerChainWrapper(LivenessHandler::new);
        deployment.addInitialHandlerChainWrapper(next -> new SlowReaderHandler(next, slowReaders));
        deployment.addInitialHandlerChainWrapper(UnawaitedRequestHandler::new);
        deployment.addInitialHandlerChainWrapper(FramingHandler::new);
    }
}
