/**
 * What is kept secret at rest. The rest of the server knows two ports: {@link org.solitude.crypto.Encryptor} for what must
 * be read again, {@link org.solitude.crypto.KeyedHash} for what must be found again without being readable. Both take
 * their keys from one {@link org.solitude.crypto.Keyring}; only where the keyring comes from depends on the server.
 */
@NullMarked
package org.solitude.crypto;

import org.jspecify.annotations.NullMarked;
