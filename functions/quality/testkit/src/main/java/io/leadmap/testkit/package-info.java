/**
 * The ports in memory, the contract suites that every implementation of a port passes, and what
 * else tests share.
 */
@NullMarked
package io.leadmap.testkit;

import org.jspecify.annotations.NullMarked;
