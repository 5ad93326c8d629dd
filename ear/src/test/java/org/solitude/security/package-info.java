/** Tests authentication, authorization, encryption, audit log and limits, mostly by attacking them. */
@NullMarked
package org.solitude.security;

import org.jspecify.annotations.NullMarked;
