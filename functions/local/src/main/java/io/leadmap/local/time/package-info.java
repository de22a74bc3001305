/** The runner's clock, what is due by it, and the folder in which it all survives. */
@NullMarked
package io.leadmap.local.time;

import org.jspecify.annotations.NullMarked;
