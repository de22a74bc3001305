/** A database for the tests that need one. */
@NullMarked
package io.leadmap.database;

import org.jspecify.annotations.NullMarked;
