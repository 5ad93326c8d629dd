package org.solitude.cluster;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JMS client of a broker. It loads WildFly's client library, which is not on the tests' class path. */
final class BrokerClient {
    private static final Path LIBRARY = Path.of(System.getProperty("solitude.wildfly"), "bin/client/jboss-client.jar");

    private final ConnectionFactory factory;

    /** Leaves the class loader open: the library's threads outlive its connections and need its classes. */
    BrokerClient(int port) {
        try {
            ClassLoader library =
                    new URLClassLoader(new URL[] {LIBRARY.toUri().toURL()}, BrokerClient.class.getClassLoader());
            factory = (ConnectionFactory)
                    library.loadClass("org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory")
                            .getConstructor(String.class)
                            .newInstance("tcp://127.0.0.1:" + port);
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException(LIBRARY + " contains no JMS client", e);
        }
    }

    /** Publishes the end of a task that no client waits for. */
    void sendAs(@Nullable String user, @Nullable String password) {
        try (JMSContext context = factory.createContext(user, password)) {
            context.createProducer()
                    .send(context.createTopic("jms.topic.TasksEnded"), "00000000-0000-0000-0000-000000000000");
        }
    }
}
