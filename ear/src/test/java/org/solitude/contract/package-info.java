/** The contract, promise by promise: each test tries to break one. */
@NullMarked
package org.solitude.contract;

import org.jspecify.annotations.NullMarked;
