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
import java.time.Instant;
import org.solitude.task.deadletter.TaskRedrive;
import org.solitude.task.dispatch.QueueProbe;
import org.solitude.task.execution.TaskExecutor;
import org.solitude.task.recovery.LostMessageRecovery;

/**
 * Receives dispatch messages and runs their tasks.
 *
 * <p>It manages its own transactions, so that a message is acknowledged after the transaction of the replay is
 * committed. An exception returns the message to the broker, which delivers it again later.
 *
 * <p>Permits all callers: the broker invokes it without an identity. The replay then runs as the task's caller.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/DelayedRequests"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "acknowledgeMode", propertyValue = "Auto-acknowledge"),
            @ActivationConfigProperty(propertyName = "singleConnection", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${env.SOLITUDE_REPLAYS:200}")
        })
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DelayedRequestsListener implements MessageListener {

    @Inject
    private TaskExecutor executor;

    @Inject
    private TaskRedrive redrive;

    @Inject
    private LostMessageRecovery lostMessages;

    @Override
    public void onMessage(Message message) {
        try {
            if (message.propertyExists(MessageProperties.PROBE)) {
                lostMessages.probeReturned(new QueueProbe(
                        message.getJMSPriority(), Instant.parse(message.getStringProperty(MessageProperties.PROBE))));
                return;
            }
            long id = message.getLongProperty(MessageProperties.ID);
            if (message.propertyExists(MessageProperties.DEATH) && !redrives(message, id)) {
                return;
            }
            executor.run(id);
        } catch (JMSException e) {
            throw new IllegalStateException("a message could not be read", e);
        }
    }

    /**
     * Returns whether a moved dead letter is to be run: if it redrives the task, or is redelivered, since an earlier
     * delivery may have redriven the task and failed before it ran. Otherwise the task was redriven and dispatched
     * elsewhere.
     */
    private boolean redrives(Message message, long id) throws JMSException {
        return redrive.redriveMoved(id, message.getIntProperty(MessageProperties.DEATH)) || message.getJMSRedelivered();
    }
}
