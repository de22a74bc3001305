/** What schedules and the history's stream set in motion. */
@NullMarked
package io.leadmap.runtime.sweep;

import org.jspecify.annotations.NullMarked;
