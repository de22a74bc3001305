package io.leadmap.domain.lead;

import org.jspecify.annotations.Nullable;

/**
 * Where a lead came from, and which part of the practice's business it belongs to (domain section
 * 2).
 *
 * @param channel how it first came
 * @param source the lead source's id, null for none
 * @param utmFirst the first touch
 * @param utmLast the last touch, NONE while there was only one
 */
public record Origin(
        Channel channel,
        String division,
        @Nullable String source,
        Attribution utmFirst,
        Attribution utmLast) {

    Origin withChannel(Channel other) {
        return new Origin(other, division, source, utmFirst, utmLast);
    }

    Origin withDivision(String other) {
        return new Origin(channel, other, source, utmFirst, utmLast);
    }

    Origin withSource(@Nullable String other) {
        return new Origin(channel, division, other, utmFirst, utmLast);
    }

    /** With a first touch, if it had none. */
    Origin firstTouchedBy(Attribution utm) {
        return utmFirst.isEmpty() ? new Origin(channel, division, source, utm, utmLast) : this;
    }

    /** With another touch after those that it had; one that says nothing changes nothing. */
    Origin touchedBy(Attribution utm) {
        if (utm.isEmpty()) {
            return this;
        }
        return utmFirst.isEmpty()
                ? firstTouchedBy(utm)
                : new Origin(channel, division, source, utmFirst, utm);
    }
}
