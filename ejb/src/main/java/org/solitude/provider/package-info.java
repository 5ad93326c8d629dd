/**
 * Calls payment providers: external HTTP APIs that are slow and sometimes down. {@link
 * org.solitude.provider.ProviderSettings} configures which resources can be reached. A waiting call holds its thread
 * but no database connection, and each call that can move money is journaled in a record that outlives the request.
 */
@NullMarked
package org.solitude.provider;

import org.jspecify.annotations.NullMarked;
