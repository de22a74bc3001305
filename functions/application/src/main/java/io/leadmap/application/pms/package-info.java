/** What practice-management systems send, and what it does to leads (domain section 9). */
@NullMarked
package io.leadmap.application.pms;

import org.jspecify.annotations.NullMarked;
