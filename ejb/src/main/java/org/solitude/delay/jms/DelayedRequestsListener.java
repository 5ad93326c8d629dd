package org.solitude.delay.jms;

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
import org.solitude.delay.Marker;
import org.solitude.delay.Redrive;
import org.solitude.delay.Replay;
import org.solitude.delay.Sweep;

/**
 * Runs what is announced. It manages its own transaction, so that the message is acknowledged after the replay's
 * transaction committed; an exception sends the message back to the broker, which delivers it again later.
 *
 * <p>The broker calls it, who is nobody: everybody may. The replay then runs as the task's caller.
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
    private Replay replay;

    @Inject
    private Redrive redrive;

    @Inject
    private Sweep sweep;

    @Override
    public void onMessage(Message message) {
        try {
            if (message.propertyExists(TaskMessage.MARKER)) {
                sweep.markerReturned(new Marker(
                        message.getJMSPriority(), Instant.parse(message.getStringProperty(TaskMessage.MARKER))));
                return;
            }
            long id = message.getLongProperty(TaskMessage.ID);
            if (message.propertyExists(TaskMessage.DEATH) && !redrives(message, id)) {
                return;
            }
            replay.run(id);
        } catch (JMSException e) {
            throw new IllegalStateException("a message could not be read", e);
        }
    }

    /** Not where somebody else has seen to this death, who tells of it himself; but we may have, and not got further. */
    private boolean redrives(Message message, long id) throws JMSException {
        return redrive.moved(id, message.getIntProperty(TaskMessage.DEATH)) || message.getJMSRedelivered();
    }
}
