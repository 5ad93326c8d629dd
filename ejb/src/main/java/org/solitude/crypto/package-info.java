/**
 * Protects secrets at rest. The rest of the server uses two ports: {@link org.solitude.crypto.Encryptor} for values
 * that must be read again, {@link org.solitude.crypto.KeyedHash} for values that must be searched for without being
 * readable. Both take their keys from one {@link org.solitude.crypto.Keyring}.
 */
@NullMarked
package org.solitude.crypto;

import org.jspecify.annotations.NullMarked;
