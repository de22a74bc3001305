/** The function that counts leads for the Mega Report and keeps the names they are found by. */
@NullMarked
package io.leadmap.reportcounts;

import org.jspecify.annotations.NullMarked;
