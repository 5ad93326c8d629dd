/** Tests which requests become tasks, which are refused at once, and the options of a task. */
@NullMarked
package org.solitude.submission;

import org.jspecify.annotations.NullMarked;
