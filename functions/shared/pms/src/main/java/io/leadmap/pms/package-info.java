/** The practice-management-system adapters: signatures and payloads. */
@NullMarked
package io.leadmap.pms;

import org.jspecify.annotations.NullMarked;
