/** The function that gives leads up when their time is over. */
@NullMarked
package io.leadmap.deadleadsweep;

import org.jspecify.annotations.NullMarked;
