/**
 * Tests what operators use: the queue through the management interface, the admin console and the API page in a
 * browser.
 */
@NullMarked
package org.solitude.console;

import org.jspecify.annotations.NullMarked;
