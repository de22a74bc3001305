/**
 * The AWS endpoints that stand in front of everything when Leadmap runs on one machine: DynamoDB,
 * SES, KMS and EventBridge over real HTTP, so that the functions' SDK clients work unchanged.
 *
 * <p>Every endpoint tells callers apart by their access key, refuses what their policies do not
 * allow with the service's own error, and can be told to fail. Signatures are not verified.
 */
@NullMarked
package io.leadmap.local.aws;

import org.jspecify.annotations.NullMarked;
