/** The function that shows hosted forms and takes what strangers send. */
@NullMarked
package io.leadmap.formintake;

import org.jspecify.annotations.NullMarked;
