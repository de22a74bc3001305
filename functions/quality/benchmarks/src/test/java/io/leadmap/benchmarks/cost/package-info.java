/** What running it costs, from counts that tests keep and from list prices. */
@NullMarked
package io.leadmap.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
