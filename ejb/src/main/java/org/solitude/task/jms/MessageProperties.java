package org.solitude.task.jms;

/** The properties of our messages. All but the id, the probe and the death are for operators only. */
final class MessageProperties {

    /** The task's primary key. */
    static final String ID = "id";

    /** The task's UUID. */
    static final String TASK = "task";

    static final String METHOD = "method";

    static final String PATH = "path";

    /** Set on probes, which have no task: when the probe was sent (ISO 8601). */
    static final String PROBE = "marker";

    /** Set on dead letters: how often the task had become dead. */
    static final String DEATH = "death";

    private MessageProperties() {}
}
