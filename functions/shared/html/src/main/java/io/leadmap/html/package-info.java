/** HTML that the OWASP sanitiser lets through. */
@NullMarked
package io.leadmap.html;

import org.jspecify.annotations.NullMarked;
