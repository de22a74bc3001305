package io.leadmap.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * A way in which the next calls of a service fail, over the wire (api.md, "Only where the project
 * runs locally").
 *
 * @param service {@code ses}, {@code dynamodb}, {@code events} or {@code kms}
 * @param action the API action it is meant for, such as {@code PutItem}; null for any
 * @param kind {@code throttle}, {@code refuse}, {@code error}, {@code lostAnswer} or {@code
 *     conflict}
 * @param times how many calls fail; 0 ends what was asked for before
 */
public record Fault(String service, @Nullable String action, String kind, int times) {}
