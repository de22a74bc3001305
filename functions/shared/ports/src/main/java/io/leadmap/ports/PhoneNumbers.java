package io.leadmap.ports;

import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Phone;

/**
 * Reads phone numbers as people type them: the one rule for forms, agents, searches, PMS systems
 * and settings (domain section 2, <i>Phones</i>). A number is taken only if it is valid for its
 * country; nothing is guessed.
 */
@FunctionalInterface
public interface PhoneNumbers {

    /**
     * The number that was typed, or what keeps us from knowing it.
     *
     * @param country ISO 3166 alpha-2, for numbers without a country code
     */
    Reading read(String typed, String country);

    /** The number as the value of a lead's field; unread if it cannot be known. */
    default FieldValue field(String typed, String country) {
        return switch (read(typed, country)) {
            case Reading.Read(Phone phone) -> new FieldValue.Text(phone.stored());
            case Reading.Unclear unclear -> new FieldValue.Unread(unclear.message());
        };
    }

    /** What reading came to. */
    sealed interface Reading {

        record Read(Phone phone) implements Reading {}

        /**
         * Nobody can know which number is meant.
         *
         * @param example a number as it is written there, empty if we know none
         */
        record Unclear(Fault fault, String example) implements Reading {

            /** What to do about it, for whoever typed it. */
            public String message() {
                String like = example.isEmpty() ? "" : ", like " + example;
                return switch (fault) {
                    case NO_DIGITS -> "Write a phone number in digits" + like + ".";
                    case LETTERS -> "Write the number in digits only" + like + ".";
                    case SEVERAL -> "Write one phone number only" + like + ".";
                    case AREA_CODE -> "The area code is missing. Write it in full" + like + ".";
                    case DIGITS_MISSING -> "Some digits are missing. Write it in full" + like + ".";
                    case TOO_MANY_DIGITS ->
                            "There are too many digits. Write one number"
                                    + like
                                    + ", or with + and its country code.";
                    case COUNTRY_CODE -> "No country has this code. Write + and its country code.";
                    case NO_SUCH_NUMBER ->
                            "There is no such number. Check its digits"
                                    + (example.isEmpty()
                                            ? ""
                                            : " (it is written " + like.substring(2) + ")")
                                    + ", or write + and its country code.";
                    case TOO_LONG -> "Write nothing but the phone number" + like + ".";
                };
            }
        }
    }

    /** Why a number cannot be known. */
    enum Fault {
        /** There is nothing but words. */
        NO_DIGITS,
        /** Letters stand where digits belong. */
        LETTERS,
        /** More than one number, or a number and other digits. */
        SEVERAL,
        /** A number as it is dialled within its town. */
        AREA_CODE,
        DIGITS_MISSING,
        TOO_MANY_DIGITS,
        /** What follows the plus is no country's code, or the practice's country has no numbers. */
        COUNTRY_CODE,
        /** Of the right length, and given to nobody by the numbering plan. */
        NO_SUCH_NUMBER,
        /** A whole text, not a number. */
        TOO_LONG
    }
}
