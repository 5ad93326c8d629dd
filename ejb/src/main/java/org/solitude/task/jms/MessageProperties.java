package org.solitude.task.jms;

/** The properties of our messages. All but the id, the marker and the death are for the operator's eyes. */
final class MessageProperties {

    /** The task's primary key. */
    static final String ID = "id";

    /** The task's uuid. */
    static final String TASK = "task";

    static final String METHOD = "method";

    static final String PATH = "path";

    /** On a marker, which has no task: when it was sent (ISO 8601). */
    static final String PROBE = "marker";

    /** On a dead task's message: which of its deaths it reports. */
    static final String DEATH = "death";

    private MessageProperties() {}
}
