/**
 * What a cold start is measured against: a handler of plain Java with the AWS SDK and nothing else.
 */
@NullMarked
package io.leadmap.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
