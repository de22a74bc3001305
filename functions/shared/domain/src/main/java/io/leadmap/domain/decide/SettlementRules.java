package io.leadmap.domain.decide;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Outcome;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.suppression.Suppression;

import java.util.Optional;

/** What became of a mail, and the unsubscribe that is in it (domain section 7). */
final class SettlementRules {

    private SettlementRules() {}

    /**
     * Settles a mail: graver news moves it, less grave news is written down and moves nothing, and
     * what is told again changes nothing (domain section 7).
     */
    static Optional<Refusal> settle(Chapter chapter, Command.SettleEmail command) {
        Lead lead = chapter.lead();
        EmailId mail = command.emailId();
        if (!mail.practice().equals(lead.practice()) || !mail.lead().equals(lead.id())) {
            return Optional.of(new Refusal.Unknown("email"));
        }
        News news = command.news();
        Standing known = command.known();
        Optional<MailState> moved = moved(known.state(), news);
        Optional<Outcome> outcome = outcome(news);
        boolean isNew = outcome.map(o -> !known.told().contains(o)).orElse(moved.isPresent());
        if (!isNew) {
            return Optional.empty();
        }
        boolean former = !isAddressOf(lead, command.to());
        chapter.add(entry(command, former));
        Standing now = moved.map(to -> moved(chapter, known, to)).orElse(known);
        chapter.settle(mail, known.state(), outcome.map(now::told).orElse(now));
        if (known.state() == MailState.UNCERTAIN && moved.isPresent()) {
            chapter.end(new ToDo.Asked(uncertain(mail), known.asked()));
        }
        follow(chapter, command);
        return Optional.empty();
    }

    /** What the to-do about an uncertain mail is called. */
    static String uncertain(EmailId mail) {
        return "uncertain-" + mail;
    }

    private static Standing moved(Chapter chapter, Standing known, MailState to) {
        Standing now = known.at(to);
        return to == MailState.UNCERTAIN ? now.asked(chapter.lead().owner()) : now;
    }

    private static boolean isAddressOf(Lead lead, String address) {
        String now = lead.email();
        return now != null && IdentityKey.normalised(now).equals(IdentityKey.normalised(address));
    }

    private static void follow(Chapter chapter, Command.SettleEmail command) {
        EmailId mail = command.emailId();
        switch (command.news()) {
            case News.Bounced(boolean hard, String reason) when hard ->
                    SuppressionRules.suppress(
                            chapter, Suppression.Kind.HARD_BOUNCE, mail, command.to());
            case News.Complained c when !c.isNotSpam() ->
                    SuppressionRules.suppress(
                            chapter, Suppression.Kind.COMPLAINT, mail, command.to());
            case News.Uncertain u ->
                    chapter.askOwner(
                            uncertain(mail),
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

    /** Where this news moves a mail; empty if the mail stands there or at graver news. */
    static Optional<MailState> moved(MailState known, News news) {
        return to(news).filter(to -> to.isGraverThan(known));
    }

    /** Tells whether it is not known, or not yet, that a mail in this state was sent. */
    static boolean isBeforeSent(MailState known) {
        return MailState.SENT.isGraverThan(known);
    }

    private static Optional<MailState> to(News news) {
        return switch (news) {
            case News.Sent n -> Optional.of(MailState.SENT);
            case News.Delivered n -> Optional.of(MailState.DELIVERED);
            case News.Bounced n ->
                    Optional.of(n.hard() ? MailState.BOUNCED : MailState.SOFT_BOUNCED);
            case News.Complained n ->
                    n.isNotSpam() ? Optional.empty() : Optional.of(MailState.COMPLAINED);
            case News.Skipped n -> Optional.of(MailState.SKIPPED);
            case News.Failed n -> Optional.of(MailState.FAILED);
            case News.Uncertain n -> Optional.of(MailState.UNCERTAIN);
        };
    }

    /** What the mail service tells by this news; empty for what the sender itself found out. */
    static Optional<Outcome> outcome(News news) {
        return switch (news) {
            case News.Sent n -> Optional.of(Outcome.SENT);
            case News.Delivered n -> Optional.of(Outcome.DELIVERED);
            case News.Bounced n ->
                    Optional.of(n.hard() ? Outcome.HARD_BOUNCE : Outcome.SOFT_BOUNCE);
            case News.Complained n ->
                    Optional.of(n.isNotSpam() ? Outcome.NOT_SPAM : Outcome.COMPLAINT);
            case News.Failed n -> Optional.of(Outcome.FAILED);
            case News.Skipped n -> Optional.empty();
            case News.Uncertain n -> Optional.empty();
        };
    }

    private static Entry entry(Command.SettleEmail command, boolean former) {
        EmailId mail = command.emailId();
        return switch (command.news()) {
            case News.Sent(String subject, String hash) ->
                    new MailEntry.EmailSent(mail, command.to(), subject, hash);
            case News.Delivered() -> new MailEntry.EmailDelivered(mail);
            case News.Bounced(boolean hard, String reason) ->
                    new MailEntry.EmailBounced(mail, hard, former, reason);
            case News.Complained(String reason) ->
                    new MailEntry.EmailComplained(mail, former, reason);
            case News.Skipped(String reason) -> new MailEntry.EmailSkipped(mail, reason);
            case News.Failed(String reason) -> new MailEntry.EmailFailed(mail, reason);
            case News.Uncertain(String reason) -> new MailEntry.EmailUncertain(mail, reason);
        };
    }
}
