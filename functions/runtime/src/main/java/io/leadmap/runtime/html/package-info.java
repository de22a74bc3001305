/**
 * Pages for browsers, built from elements and never from text, so that nothing is left unescaped.
 */
@NullMarked
package io.leadmap.runtime.html;

import org.jspecify.annotations.NullMarked;
