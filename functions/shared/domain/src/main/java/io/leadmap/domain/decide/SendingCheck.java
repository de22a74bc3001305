package io.leadmap.domain.decide;

import java.util.Optional;

/**
 * One rule that is asked at the moment of sending, and what it found (domain sections 2, 6 and 7).
 *
 * @param obstacle why the mail must not be sent, in words of the API; empty if the rule is met
 */
public record SendingCheck(Rule rule, Optional<String> obstacle) {

    public SendingCheck {
        if (!obstacle.map(Rule::brokenBy).orElse(Optional.of(rule)).equals(Optional.of(rule))) {
            throw new IllegalArgumentException(rule + " is not broken by " + obstacle);
        }
    }

    /** Tells whether the rule is met. */
    public boolean passed() {
        return obstacle.isEmpty();
    }

    /** What a mail to a lead asks for, in the order in which it is asked. */
    public enum Rule {
        /** A suspension holds what goes out by itself. */
        NOT_SUSPENDED,
        /** Closing a lead ends its automatic mail. */
        OPEN,
        /** There is an address, and it has neither bounced for good nor complained. */
        ADDRESS,
        /** An unsubscribe ends automatic mail. */
        SUBSCRIBED,
        /** A booking stops drips where the practice wants it. */
        NOT_BOOKED,
        /** The run of the campaign was not stopped. */
        RUNNING;

        /** The rule that this reason of the history is about; empty if it is about none of them. */
        public static Optional<Rule> brokenBy(String reason) {
            return switch (reason) {
                case Reasons.SUSPENDED -> Optional.of(NOT_SUSPENDED);
                case Reasons.WON, Reasons.LOST, Reasons.INVALID -> Optional.of(OPEN);
                case Reasons.HARD_BOUNCE, Reasons.COMPLAINT, Reasons.NO_EMAIL ->
                        Optional.of(ADDRESS);
                case Reasons.UNSUBSCRIBED -> Optional.of(SUBSCRIBED);
                case Reasons.BOOKED -> Optional.of(NOT_BOOKED);
                case Reasons.BY_HAND, Reasons.MAP_CHANGED -> Optional.of(RUNNING);
                default -> Optional.empty();
            };
        }
    }
}
