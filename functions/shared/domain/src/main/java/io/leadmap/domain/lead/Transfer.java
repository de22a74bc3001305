package io.leadmap.domain.lead;

import java.time.Instant;

/**
 * A hand-over that was asked for and not yet answered; the owner stays owner until it is accepted
 * (domain section 3).
 *
 * @param to the person who may accept
 * @param by the person who asked and may withdraw
 * @param configuration the version of the practice's configuration in which it was asked
 */
public record Transfer(String to, String by, Instant since, long configuration) {}
