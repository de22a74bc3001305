package io.leadmap.simulation.world;

import io.leadmap.ports.MailTransport;
import io.leadmap.ports.OutgoingMail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The mail service: everything that it was given arrives, for better or worse. */
public final class Post implements MailTransport {

    private final Strikes strikes;
    private final InstantSource clock;
    private final List<Arrival> arrivals = new ArrayList<>();
    private Consumer<Arrival> watcher = arrival -> {};

    Post(Strikes strikes, InstantSource clock) {
        this.strikes = strikes;
        this.clock = clock;
    }

    /** A mail that was handed over. */
    public record Arrival(OutgoingMail mail, Instant at) {}

    /** Who looks at every mail at the moment at which it is handed over. */
    public void watch(Consumer<Arrival> by) {
        watcher = by;
    }

    /** Every mail that was handed over, in order. */
    public List<Arrival> arrivals() {
        return arrivals;
    }

    @Override
    public Handover send(OutgoingMail mail) {
        return strikes.handover(
                () -> take(mail),
                () -> new Handover.NotYet("throttled"),
                () -> new Handover.Unknown("the answer was lost"));
    }

    private Handover take(OutgoingMail mail) {
        Arrival arrival = new Arrival(mail, clock.instant());
        watcher.accept(arrival);
        arrivals.add(arrival);
        return new Handover.Accepted("message-" + arrivals.size());
    }
}
