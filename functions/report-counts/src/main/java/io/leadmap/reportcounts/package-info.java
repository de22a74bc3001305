/** The function that counts leads for the Mega Report. */
@NullMarked
package io.leadmap.reportcounts;

import org.jspecify.annotations.NullMarked;
