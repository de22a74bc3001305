/** Pages of HTML that are safe by the way they are written. */
@NullMarked
package io.leadmap.lambda.html;

import org.jspecify.annotations.NullMarked;
