package org.solitude.cluster;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Somebody with WildFly's own library for clients of its broker, which is no part of these tests' class path. */
final class BrokerClient {
    private static final Path LIBRARY = Path.of(System.getProperty("solitude.wildfly"), "bin/client/jboss-client.jar");

    private final ConnectionFactory factory;

    /** The library's threads outlive its connections, so its classes stay as long as the tests. */
    BrokerClient(int port) {
        try {
            ClassLoader library =
                    new URLClassLoader(new URL[] {LIBRARY.toUri().toURL()}, BrokerClient.class.getClassLoader());
            factory = (ConnectionFactory)
                    library.loadClass("org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory")
                            .getConstructor(String.class)
                            .newInstance("tcp://127.0.0.1:" + port);
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException(LIBRARY + " has no client of the broker", e);
        }
    }

    /** Tells of the end of a task that nobody waits for. */
    void sendAs(@Nullable String user, @Nullable String password) {
        try (JMSContext context = factory.createContext(user, password)) {
            context.createProducer()
                    .send(context.createTopic("jms.topic.TasksEnded"), "00000000-0000-0000-0000-000000000000");
        }
    }
}
