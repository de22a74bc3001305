package io.leadmap.domain.mail;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.util.regex.Pattern;

/**
 * The deterministic id of one mail; it names practice and lead, so that an event of the mail
 * service finds its way back (architecture decision 4).
 *
 * @param value {@code PRACTICE-LEAD-SEQ-N}: the number of the entry that hands it over, and a
 *     counter within the command. Letters, digits and dashes, so that it may be a message tag
 */
public record EmailId(String value) implements Comparable<EmailId> {

    private static final Pattern FORM =
            Pattern.compile("([a-z][a-z0-9]{1,23})-([a-z0-9]{8,40})-(\\d{1,12})-(\\d{1,3})");

    public EmailId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an email id");
        }
    }

    public static EmailId of(PracticeId practice, LeadId lead, long seq, int n) {
        return new EmailId(practice + "-" + lead + "-" + seq + "-" + n);
    }

    /** Tells whether a text has the form of an email id, for values that come from outside. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(EmailId other) {
        return value.compareTo(other.value);
    }

    public PracticeId practice() {
        return new PracticeId(value.split("-", -1)[0]);
    }

    public LeadId lead() {
        return new LeadId(value.split("-", -1)[1]);
    }

    /** Where it stands among the mails of its lead, as a text that sorts as they were decided. */
    public String place() {
        String[] parts = value.split("-", -1);
        return "0".repeat(12 - parts[2].length())
                + parts[2]
                + "-"
                + "0".repeat(3 - parts[3].length())
                + parts[3];
    }

    @Override
    public String toString() {
        return value;
    }
}
