/** The whole of template.yaml in one JVM, for people and for tests. */
@NullMarked
package io.leadmap.local;

import org.jspecify.annotations.NullMarked;
