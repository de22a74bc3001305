/** Mail on SES. */
@NullMarked
package io.leadmap.ses;

import org.jspecify.annotations.NullMarked;
