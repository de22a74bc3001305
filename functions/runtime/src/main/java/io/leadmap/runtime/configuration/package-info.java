/** The operator's use cases, wired. */
@NullMarked
package io.leadmap.runtime.configuration;

import org.jspecify.annotations.NullMarked;
