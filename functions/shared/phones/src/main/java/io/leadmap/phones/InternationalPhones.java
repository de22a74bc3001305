package io.leadmap.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import io.leadmap.domain.lead.Phone;
import io.leadmap.ports.PhoneNumbers;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads phone numbers by the numbering plans of all countries. */
public final class InternationalPhones implements PhoneNumbers {

    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 17;

    /** Shorter ones are no numbers at all, and need more than an area code. */
    private static final int SHORTEST_LOCAL = 5;

    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");

    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{4}");

    /** Ofcom keeps these for stories and examples: they reach nobody, so they do no harm. */
    private static final Pattern FICTION = Pattern.compile("\\+447700900\\d{3}");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public Reading read(String typed, String country) {
        if (typed.length() > LONGEST) {
            return unclear(Fault.TOO_LONG, country, PhoneNumberType.MOBILE);
        }
        TypedPhone given = TypedPhone.of(typed);
        if (given.letters()) {
            return unclear(Fault.LETTERS, country, PhoneNumberType.MOBILE);
        }
        Reading reading =
                switch (given.numbers().size()) {
                    case 0 -> unclear(Fault.NO_DIGITS, country, PhoneNumberType.MOBILE);
                    case 1 -> number(given.numbers().getFirst(), country, given.extension());
                    default -> unclear(Fault.SEVERAL, country, PhoneNumberType.MOBILE);
                };
        return reading instanceof Reading.Unclear && isSpelled(given, country)
                ? unclear(Fault.LETTERS, country, PhoneNumberType.MOBILE)
                : reading;
    }

    private Reading number(String typed, String country, @Nullable String extension) {
        String digits = typed.startsWith("+00") ? typed.substring(1) : typed;
        if (digits.startsWith("00")) { // a plus in every country, whatever its own exit code is
            Optional<String> abroad =
                    parsed("+" + digits.substring(2), country)
                            .filter(this::isValid)
                            .map(this::e164);
            if (abroad.isPresent()) {
                return new Reading.Read(new Phone(abroad.get(), extension));
            }
        }
        PhoneNumber number;
        try {
            number = plans.parse(digits, country);
        } catch (NumberParseException e) {
            return unclear(fault(e), country, PhoneNumberType.MOBILE);
        }
        if (!isValid(number)) {
            return invalid(number, digits, country);
        }
        return couldBeLocal(number, digits)
                ? unclear(Fault.AREA_CODE, country, PhoneNumberType.FIXED_LINE)
                : new Reading.Read(new Phone(e164(number), extension));
    }

    private boolean isValid(PhoneNumber number) {
        return plans.isValidNumber(number) || FICTION.matcher(e164(number)).matches();
    }

    /**
     * Tells whether a number without a country code and without the prefix that goes before area
     * codes may have been meant as one of its own town: where numbers have many lengths, both are
     * valid and nobody can tell.
     */
    private boolean couldBeLocal(PhoneNumber number, String digits) {
        String inFull =
                NOT_DIGITS.matcher(plans.format(number, PhoneNumberFormat.NATIONAL)).replaceAll("");
        return digits.charAt(0) != '+'
                && digits.length() < inFull.length()
                && length(number) < longest(number.getCountryCode());
    }

    private Reading invalid(PhoneNumber number, String digits, String country) {
        String region = plans.getRegionCodeForCountryCode(number.getCountryCode());
        int longest = longest(number.getCountryCode());
        if (length(number) > longest
                || plans.isPossibleNumberWithReason(number) == ValidationResult.TOO_LONG) {
            return unclear(Fault.TOO_MANY_DIGITS, region, PhoneNumberType.MOBILE);
        }
        if (length(number) == longest) {
            return unclear(Fault.NO_SUCH_NUMBER, region, PhoneNumberType.MOBILE);
        }
        String prefix =
                plans.getSupportedRegions().contains(country)
                        ? plans.getNddPrefixForRegion(country, true)
                        : null;
        boolean inFull =
                digits.charAt(0) == '+'
                        || digits.length() < SHORTEST_LOCAL
                        || (prefix != null && digits.startsWith(prefix));
        return inFull
                ? unclear(Fault.DIGITS_MISSING, region, PhoneNumberType.MOBILE)
                : unclear(Fault.AREA_CODE, region, PhoneNumberType.FIXED_LINE);
    }

    private static Fault fault(NumberParseException e) {
        return switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE -> Fault.COUNTRY_CODE;
            case TOO_LONG -> Fault.TOO_MANY_DIGITS;
            case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Fault.DIGITS_MISSING;
        };
    }

    /**
     * Tells whether the letters on the keys would make a number of it: 1-800-FLOWERS. Words that
     * are spelled in capitals may be longer than the number.
     */
    private boolean isSpelled(TypedPhone given, String country) {
        String keys = PhoneNumberUtil.convertAlphaCharactersInNumber(given.text());
        return !keys.equals(given.text())
                && parsed(keys, country)
                        .filter(number ->
                                plans.isValidNumber(number)
                                        || (CAPITALS.matcher(given.text()).find()
                                                && plans.truncateTooLongNumber(number)))
                        .isPresent();
    }

    private Optional<PhoneNumber> parsed(String digits, String country) {
        try {
            return Optional.of(plans.parse(digits, country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private String e164(PhoneNumber number) {
        return plans.format(number, PhoneNumberFormat.E164);
    }

    private int length(PhoneNumber number) {
        return plans.getNationalSignificantNumber(number).length();
    }

    /** How many digits a number with its area code has at most; without one, none has as many. */
    private int longest(int countryCode) {
        PhoneNumber probe = new PhoneNumber().setCountryCode(countryCode);
        int digits = MOST_DIGITS;
        while (digits > 0
                && plans.isPossibleNumberForTypeWithReason(
                                probe.setNationalNumber(Long.parseLong("9".repeat(digits))),
                                PhoneNumberType.FIXED_LINE)
                        != ValidationResult.IS_POSSIBLE) {
            digits--;
        }
        return digits;
    }

    private Reading.Unclear unclear(Fault fault, String region, PhoneNumberType type) {
        PhoneNumber example =
                plans.getSupportedRegions().contains(region)
                        ? plans.getExampleNumberForType(region, type)
                        : null;
        return new Reading.Unclear(
                fault, example == null ? "" : plans.format(example, PhoneNumberFormat.NATIONAL));
    }
}
