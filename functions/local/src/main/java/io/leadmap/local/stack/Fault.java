package io.leadmap.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * A way in which the next calls of a service fail, over the wire (api.md, "Only where the project
 * runs locally").
 *
 * @param service {@code ses}, {@code dynamodb}, {@code events} or {@code kms}
 * @param action the API action it is meant for, such as {@code PutItem}; null for any
 * @param function logical id of the function whose calls it is meant for; null for everybody's
 * @param kind {@code throttle}, {@code refuse}, {@code error}, {@code lostAnswer}, {@code conflict}
 *     (DynamoDB's writes) or {@code notVerified} (SES: the sending domain)
 * @param times how many calls fail; 0 ends what was asked for before
 */
public record Fault(
        String service,
        @Nullable String action,
        @Nullable String function,
        String kind,
        int times) {}
