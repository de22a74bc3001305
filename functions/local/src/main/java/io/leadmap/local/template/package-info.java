/**
 * Reads template.yaml into what the runner serves, and refuses what it would not serve truthfully.
 */
@NullMarked
package io.leadmap.local.template;

import org.jspecify.annotations.NullMarked;
