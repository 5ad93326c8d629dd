/** Tests which requests become tasks, and which are refused at once. */
@NullMarked
package org.solitude.submission;

import org.jspecify.annotations.NullMarked;
