/** The JMS adapters: dispatch messages and probes on one queue, dead letters on another, ends of tasks on a topic. */
@NullMarked
package org.solitude.task.jms;

import org.jspecify.annotations.NullMarked;
