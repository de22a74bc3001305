/** The function that takes mail that agents write. */
@NullMarked
package io.leadmap.macroemail;

import org.jspecify.annotations.NullMarked;
