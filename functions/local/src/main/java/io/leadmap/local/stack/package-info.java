/**
 * What the AWS endpoints ({@code io.leadmap.local.aws}) and the rest of the runner say to each
 * other: mails, events and faults.
 */
@NullMarked
package io.leadmap.local.stack;

import org.jspecify.annotations.NullMarked;
