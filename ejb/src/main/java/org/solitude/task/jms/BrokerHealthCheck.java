package org.solitude.task.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.util.Optional;
import org.solitude.health.HealthCheck;

/** Checks the broker by browsing the queue of delayed requests, as far as its first message. */
@ApplicationScoped
public class BrokerHealthCheck implements HealthCheck {

    @Resource(lookup = "java:/jms/SolitudeConnectionFactory")
    private ConnectionFactory factory;

    @Resource(lookup = "java:/jms/queue/DelayedRequests")
    private Queue requests;

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public Optional<String> failure() {
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = context.createBrowser(requests)) {
            browser.getEnumeration().hasMoreElements();
            return Optional.empty();
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
