/** The function behind the unsubscribe link. */
@NullMarked
package io.leadmap.unsubscribe;

import org.jspecify.annotations.NullMarked;
