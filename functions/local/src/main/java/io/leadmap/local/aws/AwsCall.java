package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One call of an API.
 *
 * @param action such as {@code PutItem}
 * @param input its parameters
 */
record AwsCall(String action, ObjectNode input) {}
