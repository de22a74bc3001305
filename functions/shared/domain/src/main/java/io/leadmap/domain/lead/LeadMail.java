package io.leadmap.domain.lead;

import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a lead's mail later decisions ask for; its times are whole seconds.
 *
 * @param pending automatic mails that were queued and are not known to be sent or settled
 * @param got when the lead last got each macro's mail, as far as that is not long ago
 */
public record LeadMail(SortedMap<EmailId, Pending> pending, SortedMap<String, Instant> got) {

    /** For how long a macro's mail has just been sent (domain section 2). */
    public static final Duration JUST = Duration.ofHours(24);

    public static final LeadMail NONE = new LeadMail(new TreeMap<>(), new TreeMap<>());

    public LeadMail {
        pending = Collections.unmodifiableSortedMap(new TreeMap<>(pending));
        SortedMap<String, Instant> seconds = new TreeMap<>(got);
        seconds.replaceAll((macro, at) -> second(at));
        got = Collections.unmodifiableSortedMap(seconds);
    }

    /**
     * A mail on its way.
     *
     * @param campaignId the drip that sends it, null if none does
     * @param since when it was queued
     */
    public record Pending(@Nullable String campaignId, @Nullable String macroId, Instant since) {

        public Pending {
            since = second(since);
        }

        public Email.Kind kind() {
            return campaignId == null ? Email.Kind.AUTOMATIC : Email.Kind.DRIP;
        }
    }

    /** Tells whether the lead got this macro's mail within the last 24 hours. */
    public boolean hasJustGot(String macroId, Instant now) {
        Instant at = got.get(macroId);
        return at != null && at.plus(JUST).isAfter(now);
    }

    /** Tells whether a mail of this macro is on its way. */
    public boolean isPending(String macroId) {
        return pending.values().stream().anyMatch(mail -> macroId.equals(mail.macroId()));
    }

    /** A mail was queued; what a person writes goes out, whatever becomes of the lead. */
    LeadMail queued(MailEntry.EmailQueued e, Instant at) {
        if (!e.kind().isAutomatic()) {
            return withGot(e.macroId(), at);
        }
        SortedMap<EmailId, Pending> more = new TreeMap<>(pending);
        more.put(e.emailId(), new Pending(e.campaignId(), e.macroId(), at));
        return new LeadMail(more, got);
    }

    /** A mail was sent, or may have been. */
    LeadMail sent(EmailId mail, Instant at) {
        Pending sent = pending.get(mail);
        return sent == null ? this : without(mail).withGot(sent.macroId(), at);
    }

    /** A mail will never be sent. */
    LeadMail without(EmailId mail) {
        if (!pending.containsKey(mail)) {
            return this;
        }
        SortedMap<EmailId, Pending> left = new TreeMap<>(pending);
        left.remove(mail);
        return new LeadMail(left, got);
    }

    /** No rule asks for less than a second, and a lead's head is small. */
    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private LeadMail withGot(@Nullable String macroId, Instant at) {
        SortedMap<String, Instant> now = new TreeMap<>(got);
        now.values().removeIf(earlier -> !earlier.plus(JUST).isAfter(at));
        if (macroId != null) {
            now.put(macroId, at);
        }
        return new LeadMail(pending, now);
    }
}
