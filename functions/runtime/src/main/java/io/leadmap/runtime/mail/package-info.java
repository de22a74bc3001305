/**
 * Mail at the edge: the ledger's stream, the mail service's events, unsubscribing, and mail that
 * agents write.
 */
@NullMarked
package io.leadmap.runtime.mail;

import org.jspecify.annotations.NullMarked;
