/** The use cases of web forms (domain section 8). */
@NullMarked
package io.leadmap.application.form;

import org.jspecify.annotations.NullMarked;
