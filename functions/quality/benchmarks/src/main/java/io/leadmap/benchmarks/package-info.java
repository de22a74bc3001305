/** What the functions cost, as ratios, counts and consumed capacity: {@code mvn -Pbenchmarks}. */
@NullMarked
package io.leadmap.benchmarks;

import org.jspecify.annotations.NullMarked;
