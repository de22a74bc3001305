/** Telling the world what happened, without a word about whom it happened to. */
@NullMarked
package io.leadmap.application.publish;

import org.jspecify.annotations.NullMarked;
