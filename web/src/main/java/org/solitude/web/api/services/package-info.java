/** What the server says about itself, and about who asks. */
@NullMarked
package org.solitude.web.api.services;

import org.jspecify.annotations.NullMarked;
