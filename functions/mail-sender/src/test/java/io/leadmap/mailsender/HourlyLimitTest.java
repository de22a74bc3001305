package io.leadmap.mailsender;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.MailTransport.Handover;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** Automatic mail to leads of forms, where it meets outages (domain section 7). */
class HourlyLimitTest {

    private static final MailTransport THROTTLED = mail -> new Handover.NotYet("Throttling");

    private final SendingDesk desk = new SendingDesk();

    @Test
    void what_the_mail_service_did_not_take_uses_up_nothing_of_the_hour() {
        desk.automaticMailsPerHourBecome(2);
        strangersAsk(3);
        for (int round = 0; round < 3; round++) {
            desk.round(THROTTLED);
            desk.passes(Duration.ofMinutes(2));
        }

        desk.round();

        assertThat(reached()).isEqualTo(2);
        until("2026-02-27T01:00:00Z");
        desk.round();
        assertThat(reached()).isEqualTo(3);
    }

    @Test
    void places_in_hours_that_an_outage_let_pass_are_not_used_later() {
        desk.automaticMailsPerHourBecome(2);
        strangersAsk(8);
        desk.round();
        assertThat(reached()).isEqualTo(2);

        until("2026-02-27T04:10:00Z"); // nobody sent anything for three hours
        for (int hour = 0; hour < 3; hour++) {
            long before = reached();
            for (int round = 0; round < 5; round++) {
                desk.round();
                desk.passes(Duration.ofMinutes(5));
            }
            assertThat(reached() - before).isEqualTo(2);
            desk.passes(Duration.ofMinutes(35));
        }
        assertThat(reached()).isEqualTo(8);
    }

    private void strangersAsk(int number) {
        for (int n = 0; n < number; n++) {
            desk.asks(
                    new LeadId("stranger" + n + "0000000000000000"),
                    "stranger%d@example.com".formatted(n),
                    "+6140000000" + n);
            desk.passes(Duration.ofSeconds(1));
        }
    }

    private long reached() {
        return desk.arrived.stream().filter(mail -> mail.to().startsWith("stranger")).count();
    }

    private void until(String time) {
        desk.passes(Duration.between(desk.now(), Instant.parse(time)));
    }
}
