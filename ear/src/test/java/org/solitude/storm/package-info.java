/** Tests that payments add up although the provider is slow and loses calls and events, and the server is killed. */
@NullMarked
package org.solitude.storm;

import org.jspecify.annotations.NullMarked;
