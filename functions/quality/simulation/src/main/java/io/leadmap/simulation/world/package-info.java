/** The product in one thread: its functions, tables, streams, schedules, mail service and clock. */
@NullMarked
package io.leadmap.simulation.world;

import org.jspecify.annotations.NullMarked;
