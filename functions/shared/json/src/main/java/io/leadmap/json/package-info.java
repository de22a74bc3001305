/** JSON, read strictly from strangers and trustingly from ourselves. */
@NullMarked
package io.leadmap.json;

import org.jspecify.annotations.NullMarked;
