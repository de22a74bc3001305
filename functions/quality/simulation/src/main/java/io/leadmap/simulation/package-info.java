/** The whole product in one thread, whatever may happen, and what must hold afterwards. */
@NullMarked
package io.leadmap.simulation;

import org.jspecify.annotations.NullMarked;
