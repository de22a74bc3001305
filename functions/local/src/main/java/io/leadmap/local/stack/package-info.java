/**
 * The seam between the AWS endpoints in front of the embedded services ({@code
 * io.leadmap.local.aws}) and the rest of the runner.
 */
@NullMarked
package io.leadmap.local.stack;

import org.jspecify.annotations.NullMarked;
