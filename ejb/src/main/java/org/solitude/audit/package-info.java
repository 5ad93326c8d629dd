/** The audit log: who did what. One line for each action, in a log of its own, without secrets. */
@NullMarked
package org.solitude.audit;

import org.jspecify.annotations.NullMarked;
