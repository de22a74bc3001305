package io.leadmap.runtime.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.Backoff;
import io.leadmap.application.Deadline;
import io.leadmap.application.Inbox;
import io.leadmap.application.Progress.Consumer;
import io.leadmap.application.pms.InterpretPmsEvent;
import io.leadmap.application.pms.RelinkLead;
import io.leadmap.application.sweep.Reconcile;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.runtime.mail.MailDesk;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ReconcileTest {

    private final MailDesk desk = new MailDesk();
    private final Reconcile reconcile =
            new Reconcile(
                    desk.store,
                    new InterpretPmsEvent(
                            desk.store,
                            desk.store.practices(),
                            provider -> Optional.empty(),
                            new InternationalPhones(),
                            () -> "new00000000000000000000000",
                            desk::now,
                            Backoff.NONE),
                    new RelinkLead(
                            desk.store,
                            desk.store.practices(),
                            new InternationalPhones(),
                            () -> "new00000000000000000000000",
                            desk::now,
                            Backoff.NONE),
                    desk::now);

    @Test
    void what_was_not_linked_is_caught_up_with_within_half_a_day() {
        desk.timAsks();
        for (int run = 0; run < 13; run++) {
            desk.passes(Duration.ofHours(1));
            reconcile.run(Deadline.NONE);
        }

        long seq = desk.tim().revision().seq();
        assertThat(desk.store.progress().of(Consumer.LINKER, desk.practice.id(), desk.tim().id()))
                .isEqualTo(seq);
    }

    @Test
    void an_event_that_was_received_and_not_interpreted_is_interpreted() {
        Inbox.Key key = new Inbox.Key(desk.practice.id(), "pms", "event-1");
        desk.store.inbox().store(new Inbox.Received(key, "{}", desk.now()));
        desk.passes(Duration.ofMinutes(6));

        assertThat(reconcile.run(Deadline.NONE)).containsEntry("interpreted", 1L);
        assertThat(desk.store.inbox().waiting(desk.now(), 10)).isEmpty();
    }
}
