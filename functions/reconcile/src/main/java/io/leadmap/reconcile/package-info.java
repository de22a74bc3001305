/** The function that catches up with what streams forgot. */
@NullMarked
package io.leadmap.reconcile;

import org.jspecify.annotations.NullMarked;
