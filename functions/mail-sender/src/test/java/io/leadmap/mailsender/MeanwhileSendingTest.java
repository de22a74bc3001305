package io.leadmap.mailsender;

import static io.leadmap.domain.mail.Email.Kind.AUTOMATIC;
import static io.leadmap.domain.mail.Email.Kind.NOTICE;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Role;
import io.leadmap.mailsender.SendMail.Attempt;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** What happens elsewhere while a mail is handed over. */
class MeanwhileSendingTest {

    private static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));

    private final SendingDesk desk = new SendingDesk();

    @Test
    void a_mail_whose_lead_moves_on_while_it_is_handed_over_is_settled_all_the_same() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        SendMail sender =
                desk.sender(
                        mail -> {
                            desk.happens(AVA, new Command.AddNote("<p>Called back.</p>", null));
                            return desk.arrives(mail);
                        },
                        desk.store.mailLedger());

        assertThat(sender.send(welcome)).isEqualTo(Attempt.SENT);

        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
        assertThat(desk.history())
                .containsOnlyOnce(MailEntry.EmailSent.class)
                .containsOnlyOnce(ContactEntry.NoteAdded.class);
    }

    @Test
    void news_that_is_faster_than_the_services_answer_stays() {
        desk.timAsks();
        for (Email.Kind kind : List.of(AUTOMATIC, NOTICE)) {
            EmailId id = desk.mail(kind).email().id();
            SendMail sender =
                    desk.sender(
                            mail -> {
                                desk.settle.settle(id, new News.Delivered());
                                return desk.arrives(mail);
                            },
                            desk.store.mailLedger());

            sender.send(id);

            assertThat(desk.state(kind)).isEqualTo(MailState.DELIVERED);
        }
        assertThat(desk.history())
                .containsOnlyOnce(MailEntry.EmailSent.class)
                .containsOnlyOnce(MailEntry.EmailDelivered.class);
    }
}
