/** What is done because time has passed (architecture decisions 3 and 12). */
@NullMarked
package io.leadmap.application.sweep;

import org.jspecify.annotations.NullMarked;
