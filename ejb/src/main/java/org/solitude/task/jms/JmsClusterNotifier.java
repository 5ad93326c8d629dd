package org.solitude.task.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.Topic;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.solitude.task.longpoll.ClusterNotifier;

/**
 * Publishes ended tasks to the topic {@code TasksEnded}, many in one message.
 *
 * <p>Messages are not persistent, and not stored for nodes that are down.
 */
@ApplicationScoped
public class JmsClusterNotifier implements ClusterNotifier {

    /** Older messages are useless: by then the other nodes have polled the rows. */
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    @Resource(lookup = "java:/jms/SolitudeConnectionFactory")
    private ConnectionFactory factory;

    @Resource(lookup = "java:/jms/topic/TasksEnded")
    private Topic topic;

    @Override
    public void tasksEnded(List<UUID> tasks) {
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(TIME_TO_LIVE.toMillis())
                    .send(topic, tasks.stream().map(UUID::toString).collect(Collectors.joining("\n")));
        }
    }
}
