/** The function that takes the webhooks of PMS systems. */
@NullMarked
package io.leadmap.pmswebhook;

import org.jspecify.annotations.NullMarked;
