/** The function that tells the bus what happened. */
@NullMarked
package io.leadmap.eventpublisher;

import org.jspecify.annotations.NullMarked;
