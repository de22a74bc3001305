package io.leadmap.application;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import java.util.Optional;

/** Reads phone numbers by the numbering plans of all countries. */
public final class InternationalPhones implements PhoneNumbers {

    private static final int LONGEST = 60;

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public Optional<String> read(String typed, String country) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = plans.parse(typed, country);
            return plans.isPossibleNumber(number)
                    ? Optional.of(plans.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
