package io.leadmap.demonstration;

/** What becomes of a lead of the demonstration; every status, and what suspends one, occurs. */
enum Plot {
    JUST_ASKED,
    NOT_REACHED_YET,
    CONTACTED,
    BOOKED,
    BOOKED_THEN_CANCELLED,
    SEEN_AND_INVOICED,
    PRICE_SHOPPING,
    NEVER_REACHED,
    WRONG_NUMBER_CALLER,
    WITHOUT_PHONE;

    /** Most leads end well or are still open, a few end badly; the newest have only just asked. */
    static Plot of(int number, int newest) {
        if (number > newest - 6) {
            return number % 3 == 0 ? WITHOUT_PHONE : JUST_ASKED;
        }
        return switch (number % 15) {
            case 0, 5, 10 -> SEEN_AND_INVOICED;
            case 1, 6 -> BOOKED;
            case 2, 7, 11 -> CONTACTED;
            case 3 -> BOOKED_THEN_CANCELLED;
            case 4 -> PRICE_SHOPPING;
            case 8, 13 -> NEVER_REACHED;
            case 9 -> WRONG_NUMBER_CALLER;
            case 12 -> WITHOUT_PHONE;
            default -> NOT_REACHED_YET;
        };
    }
}
