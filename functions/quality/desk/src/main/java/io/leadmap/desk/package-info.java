/** What the tests of several functions share. */
@NullMarked
package io.leadmap.desk;

import org.jspecify.annotations.NullMarked;
