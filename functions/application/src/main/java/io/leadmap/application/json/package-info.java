/** JSON as it comes from and goes to the outside, over jackson-core and without data binding. */
@NullMarked
package io.leadmap.application.json;

import org.jspecify.annotations.NullMarked;
