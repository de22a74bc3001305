package io.leadmap.mail;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.Practices;

import java.util.Optional;

/**
 * Ends marketing mail to the address that a mail went to, by the link in it (RFC 8058, domain
 * section 7).
 */
public final class FollowUnsubscribeLink {

    private final UnsubscribeLinks links;
    private final Practices practices;
    private final MailLedger ledger;
    private final UnattendedWriter writer;
    private final HeedAddress others;

    public FollowUnsubscribeLink(
            UnsubscribeLinks links,
            Practices practices,
            MailLedger ledger,
            UnattendedWriter writer,
            HeedAddress others) {
        this.links = links;
        this.practices = practices;
        this.ledger = ledger;
        this.writer = writer;
        this.others = others;
    }

    /** The practice that a link is of; empty if it is in no mail of ours. Changes nothing. */
    public Optional<Practice> practice(String token) {
        return mail(token).flatMap(mail -> practices.find(mail.id().practice()));
    }

    private Optional<Email> mail(String token) {
        return links.read(token).flatMap(ledger::find).map(Posted::email);
    }

    /** Unsubscribes; a second time changes nothing. Empty if the link is in no mail of ours. */
    public Optional<Practice> unsubscribe(String token) {
        Optional<Email> mail = mail(token);
        mail.ifPresent(m -> end(m.id(), m.to()));
        return mail.flatMap(m -> practices.find(m.id().practice()));
    }

    private void end(EmailId mail, String to) {
        Cause cause = new Cause(Cause.Kind.MAIL, "unsubscribe");
        writer.write(
                mail.practice(), mail.lead(), Actor.LEAD, cause, new Command.Unsubscribe(mail, to));
        others.heed(mail.practice(), to, mail.lead(), cause);
    }
}
