/**
 * What template.yaml makes, resolved to values: the seam between the reader of the template, the
 * AWS endpoints in front of the embedded services ({@code io.leadmap.local.aws}) and the runner.
 */
@NullMarked
package io.leadmap.local.stack;

import org.jspecify.annotations.NullMarked;
