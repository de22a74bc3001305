/** Leads: written, and shown as the API shows them. */
@NullMarked
package io.leadmap.leads;

import org.jspecify.annotations.NullMarked;
