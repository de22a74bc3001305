/** Leads as the API reads and writes them. */
@NullMarked
package io.leadmap.runtime.lead;

import org.jspecify.annotations.NullMarked;
