/** The ports on DynamoDB. */
@NullMarked
package io.leadmap.dynamodb;

import org.jspecify.annotations.NullMarked;
