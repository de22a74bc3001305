/** The function that queues drip mail when it is due. */
@NullMarked
package io.leadmap.dripsweep;

import org.jspecify.annotations.NullMarked;
