/** The kinds of function and what each is answered with; knows no subject. */
@NullMarked
package io.leadmap.lambda;

import org.jspecify.annotations.NullMarked;
