/** Tests calls to payment providers, events from them, and the outcome of payments when calls or messages are lost. */
@NullMarked
package org.solitude.provider;

import org.jspecify.annotations.NullMarked;
