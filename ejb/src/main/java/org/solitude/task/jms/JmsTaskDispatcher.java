package org.solitude.task.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.solitude.task.DelayedTask;
import org.solitude.task.dispatch.DispatchMessage;
import org.solitude.task.dispatch.QueueProbe;
import org.solitude.task.dispatch.TaskDispatcher;

/**
 * Sends dispatch messages to the queue {@code DelayedRequests} and dead letters to {@code DelayedRequestsDead}.
 *
 * <p>Dispatch messages are not persistent, since the rows are; dead letters are, since operators work with them. The
 * pooled connection factory takes part in no transaction.
 */
@ApplicationScoped
public class JmsTaskDispatcher implements TaskDispatcher {

    @Resource(lookup = "java:/jms/SolitudeConnectionFactory")
    private ConnectionFactory factory;

    @Resource(lookup = "java:/jms/queue/DelayedRequests")
    private Queue requests;

    @Resource(lookup = "java:/jms/queue/DelayedRequestsDead")
    private Queue dead;

    @Override
    public void dispatch(List<DispatchMessage> messages) {
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            for (DispatchMessage message : messages) {
                producer(context, message.priority())
                        .setDeliveryDelay(Math.max(0, message.delay().toMillis()))
                        .setProperty(MessageProperties.ID, message.id())
                        .setProperty(MessageProperties.TASK, message.uuid().toString())
                        .setProperty(MessageProperties.METHOD, message.method())
                        .setProperty(MessageProperties.PATH, message.path())
                        .send(requests, context.createMessage());
            }
        }
    }

    @Override
    public void sendProbe(QueueProbe probe) {
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            producer(context, probe.priority())
                    .setProperty(MessageProperties.PROBE, probe.sentAt().toString())
                    .send(requests, context.createMessage());
        }
    }

    @Override
    public boolean isQueued(QueueProbe probe) {
        String selector =
                "%s = '%s' AND JMSPriority = %d".formatted(MessageProperties.PROBE, probe.sentAt(), probe.priority());
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = context.createBrowser(requests, selector)) {
            return browser.getEnumeration().hasMoreElements();
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    @Override
    public Set<Long> queuedAmong(Set<Long> tasks) {
        Set<Long> found = new HashSet<>();
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = context.createBrowser(requests, MessageProperties.ID + " IS NOT NULL")) {
            Enumeration<?> queued = browser.getEnumeration();
            while (queued.hasMoreElements() && found.size() < tasks.size()) {
                long task = ((Message) queued.nextElement()).getLongProperty(MessageProperties.ID);
                if (tasks.contains(task)) {
                    found.add(task);
                }
            }
            return found;
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    @Override
    public void publishDeadLetter(DelayedTask task) {
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            producer(context, task.options().priority())
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .setProperty(MessageProperties.ID, task.id())
                    .setProperty(MessageProperties.TASK, task.uuid().toString())
                    .setProperty(MessageProperties.METHOD, task.method())
                    .setProperty(MessageProperties.PATH, task.path())
                    .setProperty(MessageProperties.DEATH, task.deaths())
                    .send(dead, context.createMessage());
        }
    }

    private static JMSProducer producer(JMSContext context, int priority) {
        return context.createProducer().setPriority(priority).setDeliveryMode(DeliveryMode.NON_PERSISTENT);
    }
}
