/** PMS systems at the edge: their webhooks, and the inbox's stream. */
@NullMarked
package io.leadmap.runtime.pms;

import org.jspecify.annotations.NullMarked;
