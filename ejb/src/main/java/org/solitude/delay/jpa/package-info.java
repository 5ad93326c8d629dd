/** Where tasks, requests and responses are kept. */
@NullMarked
package org.solitude.delay.jpa;

import org.jspecify.annotations.NullMarked;
