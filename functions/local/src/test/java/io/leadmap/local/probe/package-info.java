/** A function for the runner's own tests, zipped by them; it knows nothing but the JDK. */
@NullMarked
package io.leadmap.local.probe;

import org.jspecify.annotations.NullMarked;
