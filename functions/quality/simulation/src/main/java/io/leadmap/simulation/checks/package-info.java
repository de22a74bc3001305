/** What must hold in every world, whatever happens in it. */
@NullMarked
package io.leadmap.simulation.checks;

import org.jspecify.annotations.NullMarked;
