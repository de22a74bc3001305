/** The rules, as pure Java. */
@NullMarked
package io.leadmap.domain;

import org.jspecify.annotations.NullMarked;
