/** Functions: their zips, their class loaders, their invocations and their logs. */
@NullMarked
package io.leadmap.local.functions;

import org.jspecify.annotations.NullMarked;
