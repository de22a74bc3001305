/** What people of a practice do with leads and see of them. */
@NullMarked
package io.leadmap.application.lead;

import org.jspecify.annotations.NullMarked;
