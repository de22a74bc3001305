/** Forms on the web: decoding what strangers post, and the hosted page. */
@NullMarked
package io.leadmap.runtime.form;

import org.jspecify.annotations.NullMarked;
