/** The Mega Report at the edge: the leads' stream that it counts from. */
@NullMarked
package io.leadmap.runtime.report;

import org.jspecify.annotations.NullMarked;
