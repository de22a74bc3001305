/**
 * Documents of HTML that are safe by the way they are written; knows nothing of who serves them.
 */
@NullMarked
package io.leadmap.markup;

import org.jspecify.annotations.NullMarked;
