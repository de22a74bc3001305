package io.leadmap.application.mail;

import io.leadmap.application.MailLedger;
import io.leadmap.application.MailLedger.Posted;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.mail.ComposeMail.Composed;
import io.leadmap.domain.decide.Command.SettleEmail;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes down what became of a mail, in the ledger and in the lead's history at once (domain
 * section 7). A notice to a person has no place in a lead's history: only the ledger knows of it.
 * News that is repeated or comes too late changes nothing.
 */
public final class SettleMail {

    private final MailLedger ledger;
    private final UnattendedWriter writer;
    private final ComposeMail compose;
    private final InstantSource clock;

    public SettleMail(
            MailLedger ledger, UnattendedWriter writer, ComposeMail compose, InstantSource clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.compose = compose;
        this.clock = clock;
    }

    /**
     * The mail service says that it has sent a mail: what it said is composed again, as the same
     * mail says the same.
     */
    public boolean sent(EmailId id) {
        return ledger.find(id)
                .map(posted -> settle(id, news(compose.compose(posted))))
                .orElse(false);
    }

    /** Settles a mail; false if that changed nothing, as the mail is unknown or the news is old. */
    public boolean settle(EmailId id, News news) {
        Optional<Posted> posted = ledger.find(id);
        if (posted.isEmpty()) {
            return false;
        }
        if (SendingRules.tellsOfSending(posted.get().state(), news)) {
            sent(id); // nobody has said so yet: what was sent would never be in the history
        }
        if (posted.get().email().kind() == Email.Kind.NOTICE) {
            return inLedger(id, news);
        }
        return switch (writer.write(
                id.practice(),
                id.lead(),
                Actor.SYSTEM,
                new Cause(Cause.Kind.MAIL, id.value()),
                lead ->
                        ledger.find(id)
                                .map(now ->
                                        new SettleEmail(
                                                id, now.email().to(), now.state(), news)))) {
            case UnattendedWriter.Result.Stored stored -> true;
            case UnattendedWriter.Result.Nothing nothing -> false;
            case UnattendedWriter.Result.NoLead gone -> inLedger(id, news);
            case UnattendedWriter.Result.Refused(Refusal refusal) ->
                    throw new IllegalStateException("no news of a mail may be refused: " + id);
        };
    }

    private boolean inLedger(EmailId id, News news) {
        return ledger.find(id)
                .flatMap(posted ->
                        SendingRules.after(posted.state(), news)
                                .map(to -> ledger.settle(id, posted.state(), to, clock.instant())))
                .orElse(false);
    }

    private static News news(Optional<Composed> composed) {
        return composed.<News>map(c -> new News.Sent(c.mail().subject(), c.textHash()))
                .orElseGet(() -> new News.Sent("", ""));
    }
}
