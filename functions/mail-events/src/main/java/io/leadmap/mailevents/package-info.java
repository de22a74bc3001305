/** The function that hears what became of mail. */
@NullMarked
package io.leadmap.mailevents;

import org.jspecify.annotations.NullMarked;
