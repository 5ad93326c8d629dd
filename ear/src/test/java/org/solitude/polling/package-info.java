/** Tests the polling URLs and the list of tasks. */
@NullMarked
package org.solitude.polling;

import org.jspecify.annotations.NullMarked;
