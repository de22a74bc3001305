/** What every handler shares: decode, authorise, encode, problems, logging, priming. */
@NullMarked
package io.leadmap.runtime;

import org.jspecify.annotations.NullMarked;
