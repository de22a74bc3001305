/**
 * Reads template.yaml into what the runner serves, and refuses what it would not serve truthfully.
 */
@NullMarked
package io.leadmap.template;

import org.jspecify.annotations.NullMarked;
