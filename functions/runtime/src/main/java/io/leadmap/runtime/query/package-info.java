/** What people read: the Lead Sheet, the practice's configuration, reports. */
@NullMarked
package io.leadmap.runtime.query;

import org.jspecify.annotations.NullMarked;
