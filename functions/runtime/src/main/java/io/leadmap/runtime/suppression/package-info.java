/** What keeps mail from addresses: administrators see it, and lift what may be lifted. */
@NullMarked
package io.leadmap.runtime.suppression;

import org.jspecify.annotations.NullMarked;
