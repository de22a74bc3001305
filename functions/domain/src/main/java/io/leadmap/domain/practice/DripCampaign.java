package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;

import java.time.Duration;
import java.util.List;

/**
 * An ordered list of educational mails (domain section 6).
 *
 * @param mails each with its delay from the one before, the first from enrolment; never empty
 */
public record DripCampaign(String id, String name, List<DripMail> mails) {

    public DripCampaign {
        name = Line.of(name);
        mails = List.copyOf(mails);
        if (mails.isEmpty()) {
            throw new IllegalArgumentException("a drip campaign needs a mail");
        }
    }

    /** One mail of a campaign. */
    public record DripMail(Duration delay, String macroId) {}
}
