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

/** Tells on the topic {@code TasksEnded}: one message for many ends, which nothing keeps for who does not listen. */
@ApplicationScoped
public class JmsClusterNotifier implements ClusterNotifier {

    /** A wait does not last longer, and after a second the row itself was looked at. */
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
