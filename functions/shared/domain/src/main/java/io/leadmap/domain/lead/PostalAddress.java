package io.leadmap.domain.lead;

import io.leadmap.domain.text.Line;

/**
 * A postal address; parts that are not known are empty.
 *
 * @param country ISO 3166 alpha-2 or empty
 */
public record PostalAddress(
        String line1, String line2, String city, String region, String postalCode, String country) {

    public PostalAddress {
        line1 = Line.of(line1);
        line2 = Line.of(line2);
        city = Line.of(city);
        region = Line.of(region);
        postalCode = Line.of(postalCode);
        country = Line.of(country);
    }
}
