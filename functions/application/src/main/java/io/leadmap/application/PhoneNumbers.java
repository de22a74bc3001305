package io.leadmap.application;

import java.util.Optional;

/** Reads phone numbers as people type them. */
@FunctionalInterface
public interface PhoneNumbers {

    /**
     * The number in E.164; empty if it cannot be one.
     *
     * @param country ISO 3166 alpha-2, for numbers without a country code
     */
    Optional<String> read(String typed, String country);
}
