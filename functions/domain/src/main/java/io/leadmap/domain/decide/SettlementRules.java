package io.leadmap.domain.decide;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What became of a mail, and the unsubscribe that is in it (domain section 7). */
final class SettlementRules {

    private static final Set<MailState> UNSENT = EnumSet.of(MailState.QUEUED, MailState.CLAIMED);
    private static final Set<MailState> UNSETTLED =
            EnumSet.of(MailState.QUEUED, MailState.CLAIMED, MailState.UNCERTAIN);
    private static final Set<MailState> UNDERWAY =
            EnumSet.of(MailState.QUEUED, MailState.CLAIMED, MailState.UNCERTAIN, MailState.SENT);
    private static final Set<MailState> ARRIVED =
            EnumSet.of(
                    MailState.QUEUED,
                    MailState.CLAIMED,
                    MailState.UNCERTAIN,
                    MailState.SENT,
                    MailState.DELIVERED);

    private SettlementRules() {}

    /** Settles a mail; news that is repeated or comes too late changes nothing. */
    static Optional<Refusal> settle(Chapter chapter, Command.SettleEmail command) {
        Lead lead = chapter.lead();
        EmailId mail = command.emailId();
        if (!mail.practice().equals(lead.practice()) || !mail.lead().equals(lead.id())) {
            return Optional.of(new Refusal.Unknown("email"));
        }
        if (!from(command.news()).contains(command.known())) {
            return Optional.empty();
        }
        boolean former = !isAddressOf(lead, command.to());
        chapter.add(entry(mail, former, command.news()));
        chapter.settle(mail, command.known(), to(command.news()));
        follow(chapter, mail, former, command.news());
        return Optional.empty();
    }

    /** By the link in a mail: stops drips and automatic mail, not what an agent writes. */
    static Optional<Refusal> unsubscribe(Chapter chapter) {
        if (chapter.lead().subscribed()) {
            chapter.add(new Entry.Unsubscribed());
            end(chapter, Reasons.UNSUBSCRIBED);
        }
        return Optional.empty();
    }

    private static boolean isAddressOf(Lead lead, String address) {
        String now = lead.email();
        return now != null && IdentityKey.normalised(now).equals(IdentityKey.normalised(address));
    }

    /**
     * @param former it was sent to an address that is not the lead's any more: what became of it
     *     says nothing about the one that is
     */
    private static void follow(Chapter chapter, EmailId mail, boolean former, News news) {
        switch (news) {
            case News.Bounced(boolean hard, String reason) when hard && !former ->
                    end(chapter, Reasons.HARD_BOUNCE);
            case News.Complained() when !former -> end(chapter, Reasons.COMPLAINT);
            case News.Uncertain u ->
                    chapter.askOwner(
                            "uncertain-" + mail,
                            "It is not known whether a mail was sent: ask the lead, or write"
                                    + " again.");
            case News.Sent n -> {}
            case News.Delivered n -> {}
            case News.Bounced n -> {}
            case News.Complained n -> {}
            case News.Skipped n -> {}
            case News.Failed n -> {}
        }
    }

    private static void end(Chapter chapter, String reason) {
        DripRules.stopAll(chapter, reason);
        MailRules.skipPending(chapter, reason);
    }

    /** The states that this news moves a mail on from. */
    static Set<MailState> from(News news) {
        return switch (news) {
            case News.Sent n -> UNSETTLED;
            case News.Delivered n -> UNDERWAY;
            case News.Bounced n -> ARRIVED;
            case News.Complained n -> ARRIVED;
            case News.Skipped n -> UNSENT;
            case News.Failed n -> UNSENT;
            case News.Uncertain n -> UNSENT;
        };
    }

    /** Tells whether it is not known, or not yet, that a mail in this state was sent. */
    static boolean isBeforeSent(MailState known) {
        return UNSETTLED.contains(known);
    }

    static MailState to(News news) {
        return switch (news) {
            case News.Sent n -> MailState.SENT;
            case News.Delivered n -> MailState.DELIVERED;
            case News.Bounced n -> MailState.BOUNCED;
            case News.Complained n -> MailState.COMPLAINED;
            case News.Skipped n -> MailState.SKIPPED;
            case News.Failed n -> MailState.FAILED;
            case News.Uncertain n -> MailState.UNCERTAIN;
        };
    }

    private static Entry entry(EmailId mail, boolean former, News news) {
        return switch (news) {
            case News.Sent(String subject, String hash) -> new Entry.EmailSent(mail, subject, hash);
            case News.Delivered() -> new Entry.EmailDelivered(mail);
            case News.Bounced(boolean hard, String reason) ->
                    new Entry.EmailBounced(mail, hard, former, reason);
            case News.Complained() -> new Entry.EmailComplained(mail, former);
            case News.Skipped(String reason) -> new Entry.EmailSkipped(mail, reason);
            case News.Failed(String reason) -> new Entry.EmailFailed(mail, reason);
            case News.Uncertain(String reason) -> new Entry.EmailUncertain(mail, reason);
        };
    }
}
