package io.leadmap.domain.lead;

/**
 * A postal address; parts that are not known are empty.
 *
 * @param country ISO 3166 alpha-2 or empty
 */
public record PostalAddress(
        String line1,
        String line2,
        String city,
        String region,
        String postalCode,
        String country) {}
