/** Practices' keys on KMS. */
@NullMarked
package io.leadmap.kms;

import org.jspecify.annotations.NullMarked;
