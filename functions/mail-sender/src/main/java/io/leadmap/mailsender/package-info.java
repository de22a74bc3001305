/** The function that hands queued mail to the mail service. */
@NullMarked
package io.leadmap.mailsender;

import org.jspecify.annotations.NullMarked;
