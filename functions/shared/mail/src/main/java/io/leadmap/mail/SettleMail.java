package io.leadmap.mail;

import io.leadmap.domain.decide.Addressed;
import io.leadmap.domain.decide.Command.SettleEmail;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.leads.UnattendedWriter.Seen;
import io.leadmap.mail.ComposeMail.Composed;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes down what became of a mail, in the ledger and in the lead's history at once (domain
 * section 7). A notice to a person has no place in a lead's history: only the ledger knows of it.
 * News that is repeated changes nothing, less grave news moves nothing.
 */
public final class SettleMail {

    private final MailLedger ledger;
    private final UnattendedWriter writer;
    private final ComposeMail compose;
    private final HeedAddress others;
    private final InstantSource clock;

    public SettleMail(
            MailLedger ledger,
            UnattendedWriter writer,
            ComposeMail compose,
            HeedAddress others,
            InstantSource clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.compose = compose;
        this.others = others;
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
            return inLedger(ledger.find(id), news);
        }
        boolean changed =
                writer.see(id.practice(), id.lead())
                        .map(seen -> inHistory(seen, id, () -> ledger.find(id), news))
                        .orElseGet(() -> inLedger(ledger.find(id), news));
        if (Addressed.saysSomethingOf(news)) { // also if it is repeated: it may have been cut short
            Cause cause = new Cause(Cause.Kind.MAIL, id.value());
            others.heed(id.practice(), posted.get().email().to(), id.lead(), cause);
        }
        return changed;
    }

    /**
     * Settles a mail for who has just claimed it: nobody else may have moved it since but for news
     * that came fast.
     *
     * @param seen its lead as it was read after the claim; null for a notice
     */
    public boolean settle(Posted claimed, @Nullable Seen seen, News news) {
        EmailId id = claimed.email().id();
        if (seen == null) {
            return inLedger(Optional.of(claimed), news) || inLedger(ledger.find(id), news);
        }
        Iterator<Posted> first = List.of(claimed).iterator();
        return inHistory(
                seen,
                id,
                () -> first.hasNext() ? Optional.of(first.next()) : ledger.find(id),
                news);
    }

    private boolean inHistory(
            Seen seen, EmailId id, Supplier<Optional<Posted>> current, News news) {
        return switch (writer.write(
                seen,
                Actor.SYSTEM,
                new Cause(Cause.Kind.MAIL, id.value()),
                lead ->
                        current.get()
                                .map(now ->
                                        new SettleEmail(
                                                id, now.email().to(), now.standing(), news)))) {
            case UnattendedWriter.Result.Stored stored -> true;
            case UnattendedWriter.Result.Nothing nothing -> false;
            case UnattendedWriter.Result.NoLead gone -> inLedger(ledger.find(id), news);
            case UnattendedWriter.Result.Refused(Refusal refusal) ->
                    throw new IllegalStateException("no news of a mail may be refused: " + id);
        };
    }

    private boolean inLedger(Optional<Posted> posted, News news) {
        return posted.flatMap(now ->
                        SendingRules.after(now.state(), news)
                                .map(to ->
                                        ledger.settle(
                                                now.email().id(),
                                                now.state(),
                                                to,
                                                clock.instant())))
                .orElse(false);
    }

    private static News news(Optional<Composed> composed) {
        return composed.<News>map(c -> new News.Sent(c.mail().subject(), c.textHash()))
                .orElseGet(() -> new News.Sent("", ""));
    }
}
