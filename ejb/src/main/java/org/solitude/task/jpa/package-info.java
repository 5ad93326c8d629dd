/** The JPA adapters: store tasks, leases and ordering queues, with requests and responses encrypted. */
@NullMarked
package org.solitude.task.jpa;

import org.jspecify.annotations.NullMarked;
