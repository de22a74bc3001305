/** The Mega Report: how leads are counted and how the counts are read (domain section 10). */
@NullMarked
package io.leadmap.application.report;

import org.jspecify.annotations.NullMarked;
