/** The function that takes the calls of people that change leads. */
@NullMarked
package io.leadmap.leadupdates;

import org.jspecify.annotations.NullMarked;
