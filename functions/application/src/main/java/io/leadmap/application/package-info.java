/** One class per use case, and the ports. */
@NullMarked
package io.leadmap.application;

import org.jspecify.annotations.NullMarked;
