/** The interfaces to what is outside a function, and what every use of them shares. */
@NullMarked
package io.leadmap.ports;

import org.jspecify.annotations.NullMarked;
