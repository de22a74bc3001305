/** The data folder: what survives a restart and a {@code kill -9}. */
@NullMarked
package io.leadmap.local.data;

import org.jspecify.annotations.NullMarked;
