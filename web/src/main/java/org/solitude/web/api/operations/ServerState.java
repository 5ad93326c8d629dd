package org.solitude.web.api.operations;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.solitude.task.longpoll.LongPollRegistry;

/**
 * Whether the server is about to stop. WildFly lets replays finish before it turns requests away, and would accept more
 * work meanwhile; its state is told by a JMX notification at once. Clients that wait for a task are answered then: their
 * requests would hold up the stop.
 */
@ApplicationScoped
public class ServerState implements NotificationListener {

    private static final Logger LOG = System.getLogger(ServerState.class.getName());
    private static final String STATE = "jboss.root:type=state";
    private static final String ATTRIBUTE = "RunningState";
    private static final String SUSPEND = "suspend";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private volatile boolean stopping;

    @Inject
    private LongPollRegistry longPolls;

    void watch(@Observes @Initialized(ApplicationScoped.class) Object started) {
        try {
            server.addNotificationListener(new ObjectName(STATE), this, null, null);
        } catch (JMException e) {
            LOG.log(Level.WARNING, "nobody tells when the server is stopping: requests are accepted until it has", e);
        }
    }

    /** Whether SIGTERM has come: what runs is finished, nothing is taken on. */
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification instanceof AttributeChangeNotification change
                && change.getAttributeName().equals(ATTRIBUTE)) {
            stopping = String.valueOf(change.getNewValue())
                    .toLowerCase(Locale.ROOT)
                    .contains(SUSPEND);
            longPolls.stopping(stopping);
        }
    }

    @PreDestroy
    void stopWatching() {
        try {
            server.removeNotificationListener(new ObjectName(STATE), this);
        } catch (JMException e) {
            LOG.log(Level.DEBUG, "nobody was told when the server is stopping", e);
        }
    }
}
