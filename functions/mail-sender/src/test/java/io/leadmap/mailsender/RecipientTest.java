package io.leadmap.mailsender;

import static io.leadmap.domain.mail.Email.Kind.AUTOMATIC;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Role;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where mail goes whose lead changes its address (domain section 7, recipient). */
class RecipientTest {

    private static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));
    private static final String NEW = "tim@new.example";

    private final SendingDesk desk = new SendingDesk();

    @Test
    void mail_that_was_not_taken_while_the_address_changed_goes_to_the_new_one() {
        EmailId welcome = asked();
        desk.sender(
                        mail -> {
                            moves(NEW);
                            return new Handover.NotYet("Throttling");
                        },
                        desk.store.mailLedger())
                .send(welcome);
        desk.passes(Duration.ofMinutes(5));

        desk.sender().send(welcome);

        assertThat(reached(welcome)).containsExactly(NEW);
        assertThat(desk.mail(AUTOMATIC).email().to()).isEqualTo(NEW);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
    }

    @Test
    void an_address_that_changes_just_before_the_claim_is_the_one_that_is_mailed() {
        EmailId welcome = asked();
        desk.sender(
                        desk::arrives,
                        new SendMailTest.Wrapped(desk.store.mailLedger()) {
                            @Override
                            public boolean claim(EmailId id, String token, Instant now) {
                                moves(NEW);
                                return super.claim(id, token, now);
                            }
                        })
                .send(welcome);

        assertThat(reached(welcome)).containsExactly(NEW);
        assertThat(desk.mail(AUTOMATIC).email().to()).isEqualTo(NEW);
    }

    @Test
    void what_a_person_wrote_keeps_the_address_that_they_saw() {
        desk.timAsks();
        desk.happens(AVA, new Command.SendEmail("Hello", "<p>x</p>", null, List.of(), true));
        EmailId written = desk.mail(Email.Kind.HAND_WRITTEN).email().id();
        moves(NEW);

        desk.sender().send(written);

        assertThat(reached(written)).containsExactly("tim@example.com");
    }

    private EmailId asked() {
        desk.timAsks();
        return desk.mail(AUTOMATIC).email().id();
    }

    private void moves(String address) {
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        desk.writer.write(
                welcome.practice(),
                welcome.lead(),
                AVA,
                new Cause(Cause.Kind.REQUEST, "r"),
                new Command.EditFields(
                        Map.of(FieldKey.EMAIL, Optional.of(new FieldValue.Text(address)))));
    }

    private List<String> reached(EmailId mail) {
        return desk.arrived.stream()
                .filter(sent -> sent.id().equals(mail))
                .map(OutgoingMail::to)
                .toList();
    }
}
