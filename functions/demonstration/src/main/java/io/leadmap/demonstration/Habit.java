package io.leadmap.demonstration;

import java.time.Duration;

/**
 * How an agent works.
 *
 * @param first how long an enquiry waits for their first call, while the practice is open
 * @param again how long they wait before they try again
 */
record Habit(String agent, Duration first, Duration again) {}
