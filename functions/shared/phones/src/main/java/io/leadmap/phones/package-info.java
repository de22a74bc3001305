/** Phone numbers as libphonenumber knows them. */
@NullMarked
package io.leadmap.phones;

import org.jspecify.annotations.NullMarked;
