/** What reaches functions by itself: schedules, bus events, streams; and what could not. */
@NullMarked
package io.leadmap.local.delivery;

import org.jspecify.annotations.NullMarked;
