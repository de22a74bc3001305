/** The HTTP API of the template as API Gateway serves it, and the runner's own pages. */
@NullMarked
package io.leadmap.local.http;

import org.jspecify.annotations.NullMarked;
