package org.solitude.task.jms;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import org.solitude.task.longpoll.LongPollRegistry;

/**
 * Receives the ends of tasks from other nodes and wakes the clients that wait on this node.
 *
 * <p>Permits all callers: the broker invokes it without an identity.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/topic/TasksEnded"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "acknowledgeMode", propertyValue = "Auto-acknowledge"),
            @ActivationConfigProperty(propertyName = "singleConnection", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class TasksEndedListener implements MessageListener {

    @Inject
    private LongPollRegistry longPolls;

    @Override
    public void onMessage(Message message) {
        try {
            message.getBody(String.class).lines().map(UUID::fromString).forEach(longPolls::wake);
        } catch (JMSException e) {
            throw new IllegalStateException("a message could not be read", e);
        }
    }
}
