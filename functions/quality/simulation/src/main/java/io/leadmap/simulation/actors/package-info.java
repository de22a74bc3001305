/**
 * Who does something in a simulation, and what: all of it by number, so that it can be repeated.
 */
@NullMarked
package io.leadmap.simulation.actors;

import org.jspecify.annotations.NullMarked;
