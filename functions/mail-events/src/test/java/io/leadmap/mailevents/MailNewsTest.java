package io.leadmap.mailevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.leadmap.lambda.BusEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class MailNewsTest {

    private final MailDesk desk = new MailDesk();
    private final MailNews news = new MailNews(desk.store.mailLedger(), desk.settle);

    @BeforeEach
    void timHasAsked() {
        desk.timAsks();
    }

    @Test
    void a_delivery_is_written_down_once_however_often_it_is_told() throws Exception {
        tell("\"eventType\":\"Send\"");
        tell("\"eventType\":\"Delivery\",\"delivery\":{\"recipients\":[\"tim@example.com\"]}");
        tell("\"eventType\":\"Delivery\",\"delivery\":{\"recipients\":[\"tim@example.com\"]}");

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.DELIVERED);
        assertThat(desk.history())
                .containsOnlyOnce(MailEntry.EmailSent.class, MailEntry.EmailDelivered.class);
    }

    @Test
    void a_hard_bounce_stops_all_mail_to_the_address_and_the_drips() throws Exception {
        tell(
                "\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\",\"bounceSubType\":\"General\","
                    + "\"bouncedRecipients\":[{\"emailAddress\":\"TIM@example.com\"}]}");

        assertThat(desk.address().block()).contains(Suppression.Kind.HARD_BOUNCE);
        assertThat(desk.tim().drips().live()).isEmpty();
    }

    @Test
    void a_soft_bounce_blocks_nothing() throws Exception {
        tell(
                "\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Transient\",\"bounceSubType\":\"MailboxFull\","
                    + "\"bouncedRecipients\":[{\"emailAddress\":\"tim@example.com\"}]}");

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.SOFT_BOUNCED);
        assertThat(desk.address().block()).isEmpty();
    }

    @Test
    void graver_news_after_a_soft_bounce_is_heard() throws Exception {
        tell("\"eventType\":\"Send\"");
        tell(bounce("Transient", "tim@example.com"));
        tell(bounce("Permanent", "tim@example.com"));

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.BOUNCED);
        assertThat(desk.address().block()).contains(Suppression.Kind.HARD_BOUNCE);
        assertThat(desk.tim().drips().live()).isEmpty();

        tell(complaint("abuse"));
        tell(complaint("abuse"));
        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.COMPLAINED);
        assertThat(desk.entries(MailEntry.EmailComplained.class)).hasSize(1);
        assertThat(desk.entries(DripEntry.DripStopped.class)).hasSize(1);
    }

    @Test
    void a_mail_that_is_rejected_after_it_was_sent_has_failed() throws Exception {
        tell("\"eventType\":\"Send\"");
        tell("\"eventType\":\"Reject\",\"reject\":{\"reason\":\"Bad content\"}");

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.FAILED);
        assertThat(desk.entries(MailEntry.EmailFailed.class)).hasSize(1);
    }

    @Test
    void an_out_of_office_after_a_delivery_leaves_the_mail_delivered() throws Exception {
        deliver();
        tell(bounce("Transient", "tim@example.com"));

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.DELIVERED);
        assertThat(desk.entries(MailEntry.EmailBounced.class)).hasSize(1);
    }

    @Test
    void not_spam_is_no_complaint() throws Exception {
        deliver();
        tell(complaint("not-spam"));

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.DELIVERED);
        assertThat(desk.address().block()).isEmpty();
        assertThat(desk.tim().drips().live()).hasSize(1);
        assertThat(desk.entries(MailEntry.EmailComplained.class))
                .extracting(MailEntry.EmailComplained::reason)
                .containsExactly("not-spam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tim@example.com>",
                "Tim <tim@example.com>",
                "Tim Cook <TIM@example.com>",
                "rfc822; tim@example.com",
                " tim@example.com "
            })
    void a_recipient_is_known_however_it_is_written(String recipient) throws Exception {
        tell(bounce("Permanent", recipient));

        assertThat(desk.address().block()).contains(Suppression.Kind.HARD_BOUNCE);
    }

    @Test
    void a_to_do_about_an_uncertain_mail_ends_with_the_uncertainty() throws Exception {
        EmailId welcome = desk.mail(Kind.AUTOMATIC).email().id();
        desk.store.mailLedger().claim(welcome, "test", desk.now());
        desk.settle.settle(welcome, new News.Uncertain("time-out"));
        assertThat(desk.store.toDos().open(desk.practice.id(), "ava", 10)).hasSize(1);

        deliver();

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.DELIVERED);
        assertThat(desk.store.toDos().open(desk.practice.id(), "ava", 10)).isEmpty();
    }

    @Test
    void a_copy_to_a_colleague_that_bounces_is_no_news_about_the_lead() throws Exception {
        tell(
                "\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\",\"bounceSubType\":\"General\","
                    + "\"bouncedRecipients\":[{\"emailAddress\":\"noah@brightwater.example\"}]}");

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.QUEUED);
        assertThat(desk.address().block()).isEmpty();
    }

    @Test
    void a_complaint_stops_all_mail() throws Exception {
        tell("\"eventType\":\"Complaint\",\"complaint\":{\"complainedRecipients\":[]}");

        assertThat(desk.address().block()).contains(Suppression.Kind.COMPLAINT);
        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.COMPLAINED);
    }

    @Test
    void events_of_other_mail_and_strange_ones_change_nothing() throws Exception {
        news.accept(event("{\"eventType\":\"Delivery\",\"mail\":{\"tags\":{\"mail\":[\"x\"]}}}"));
        news.accept(
                event(
                        "{\"eventType\":\"Delivery\",\"mail\":{\"tags\":{\"mail\":[\"brightwater-nobody000-1-1\"]}}}"));
        news.accept(event("{\"eventType\":\"Delivery\",\"mail\":{}}"));
        news.accept(event("{}"));
        tell("\"eventType\":\"DeliveryDelay\"");

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.QUEUED);
    }

    private static String bounce(String type, String recipient) {
        return "\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"%s\",\"bounceSubType\":\"General\",\"bouncedRecipients\":[{\"emailAddress\":\"%s\"}]}"
                .formatted(type, recipient);
    }

    private static String complaint(String type) {
        return "\"eventType\":\"Complaint\",\"complaint\":{\"complaintFeedbackType\":\"%s\",\"complainedRecipients\":[{\"emailAddress\":\"tim@example.com\"}]}"
                .formatted(type);
    }

    private void deliver() {
        try {
            tell("\"eventType\":\"Delivery\",\"delivery\":{\"recipients\":[\"tim@example.com\"]}");
        } catch (Json.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private void tell(String what) throws Json.Malformed {
        String id = desk.mail(Kind.AUTOMATIC).email().id().value();
        news.accept(event("{" + what + ",\"mail\":{\"tags\":{\"mail\":[\"" + id + "\"]}}}"));
    }

    private static BusEvent event(String detail) throws Json.Malformed {
        return new BusEvent(
                "1", "aws.ses", "Email", Instant.EPOCH, new TrustingView(Json.read(detail)));
    }
}
