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
 * Tells whether the server is stopping. WildFly lets replays finish before it refuses requests, and would accept more
 * work meanwhile; a JMX notification tells its state at once. Suspended long polls are answered then, because they
 * would delay the stop.
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
            LOG.log(
                    Level.WARNING,
                    "cannot watch the server state: writes are accepted until the server has stopped",
                    e);
        }
    }

    /** Tells whether the server has received SIGTERM: it finishes what runs and accepts no writes. */
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
            LOG.log(Level.DEBUG, "cannot stop watching the server state", e);
        }
    }
}
