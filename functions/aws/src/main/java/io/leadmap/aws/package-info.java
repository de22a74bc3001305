/** The ports on SES, EventBridge and KMS, and the construction of the SDK clients. */
@NullMarked
package io.leadmap.aws;

import org.jspecify.annotations.NullMarked;
