/** The bus on EventBridge. */
@NullMarked
package io.leadmap.eventbridge;

import org.jspecify.annotations.NullMarked;
