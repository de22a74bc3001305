package io.leadmap.application.mail;

import io.leadmap.application.Practices;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.mail.UnsubscribeLinks.Subscriber;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.practice.Practice;

import java.util.Optional;

/** Ends marketing mail to a lead by the link in one (RFC 8058, domain section 7). */
public final class Unsubscribe {

    private final UnsubscribeLinks links;
    private final Practices practices;
    private final UnattendedWriter writer;

    public Unsubscribe(UnsubscribeLinks links, Practices practices, UnattendedWriter writer) {
        this.links = links;
        this.practices = practices;
        this.writer = writer;
    }

    /** The practice that a link is of; empty if the link is not one of ours. Changes nothing. */
    public Optional<Practice> practice(String token) {
        return links.read(token).flatMap(subscriber -> practices.find(subscriber.practice()));
    }

    /** Unsubscribes; a second time changes nothing. Empty if the link is not one of ours. */
    public Optional<Practice> unsubscribe(String token) {
        Optional<Subscriber> subscriber = links.read(token);
        subscriber.ifPresent(s ->
                writer.write(
                        s.practice(),
                        s.lead(),
                        Actor.LEAD,
                        new Cause(Cause.Kind.MAIL, "unsubscribe"),
                        new Command.Unsubscribe()));
        return practice(token);
    }
}
