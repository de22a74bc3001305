/** The tables of template.yaml in memory, as the calls of our adapters need them. */
@NullMarked
package io.leadmap.simulation.tables;

import org.jspecify.annotations.NullMarked;
