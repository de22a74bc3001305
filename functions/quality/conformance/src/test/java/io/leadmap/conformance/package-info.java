/** What the HTTP functions accept and answer, held against the API's description. */
@NullMarked
package io.leadmap.conformance;

import org.jspecify.annotations.NullMarked;
