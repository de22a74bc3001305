/** The function that interprets what PMS systems sent. */
@NullMarked
package io.leadmap.pmsworker;

import org.jspecify.annotations.NullMarked;
