/** Where tasks, requests and responses are kept. */
@NullMarked
package org.solitude.task.jpa;

import org.jspecify.annotations.NullMarked;
