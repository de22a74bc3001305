/**
 * The believable practices and leads that a fresh start loads, made by asking the product over
 * HTTP. It knows nothing of the product's insides.
 */
@NullMarked
package io.leadmap.demonstration;

import org.jspecify.annotations.NullMarked;
