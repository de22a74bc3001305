/** The documents that configure a practice. */
@NullMarked
package io.leadmap.practice;

import org.jspecify.annotations.NullMarked;
