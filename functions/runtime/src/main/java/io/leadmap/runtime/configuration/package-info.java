/** A practice's configuration, as functions that are not about it need it. */
@NullMarked
package io.leadmap.runtime.configuration;

import org.jspecify.annotations.NullMarked;
