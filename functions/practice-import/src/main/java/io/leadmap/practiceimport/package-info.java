/** The function by which an operator configures a practice. */
@NullMarked
package io.leadmap.practiceimport;

import org.jspecify.annotations.NullMarked;
