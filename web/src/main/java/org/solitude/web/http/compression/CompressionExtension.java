package org.solitude.web.http.compression;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts {@link CompressionHeadersHandler} in front of the servlet container; Undertow finds it as a service. */
public final class CompressionExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(CompressionHeadersHandler::new);
    }
}
