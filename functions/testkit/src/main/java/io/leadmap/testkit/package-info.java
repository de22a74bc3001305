/** The ports in memory, and the contract suites that every implementation of a port passes. */
@NullMarked
package io.leadmap.testkit;

import org.jspecify.annotations.NullMarked;
