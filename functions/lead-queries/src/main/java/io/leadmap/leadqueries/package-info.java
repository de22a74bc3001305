/** The function that answers what people read. */
@NullMarked
package io.leadmap.leadqueries;

import org.jspecify.annotations.NullMarked;
