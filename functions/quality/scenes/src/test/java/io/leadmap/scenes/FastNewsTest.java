package io.leadmap.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.MailState;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.leadmap.lambda.BusEvent;
import io.leadmap.mailevents.MailNews;
import io.leadmap.ports.MailTransport;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** News of a mail that its sender has not yet heard of. */
class FastNewsTest {

    private final SendingDesk desk = new SendingDesk();
    private final MailNews news = new MailNews(desk.store.mailLedger(), desk.settle);

    @Test
    void a_delivery_that_is_told_before_the_sending_loses_nothing_of_it() {
        desk.timAsks();
        MailTransport told =
                mail -> {
                    delivered();
                    return new MailTransport.Handover.Accepted("ses-1");
                };

        desk.sender(told).send(desk.mail(Kind.AUTOMATIC).email().id());

        assertThat(desk.state(Kind.AUTOMATIC)).isEqualTo(MailState.DELIVERED);
        assertThat(desk.history())
                .containsOnlyOnce(MailEntry.EmailSent.class, MailEntry.EmailDelivered.class)
                .containsSubsequence(MailEntry.EmailSent.class, MailEntry.EmailDelivered.class);
        String hash = desk.compose.compose(desk.mail(Kind.AUTOMATIC)).orElseThrow().textHash();
        assertThat(desk.entries(MailEntry.EmailSent.class))
                .extracting(MailEntry.EmailSent::textHash)
                .containsExactly(hash);
    }

    private void delivered() {
        String event =
                "{\"eventType\":\"Delivery\",\"delivery\":{\"recipients\":[\"tim@example.com\"]},\"mail\":{\"tags\":{\"mail\":[\"%s\"]}}}"
                        .formatted(desk.mail(Kind.AUTOMATIC).email().id());
        try {
            news.accept(
                    new BusEvent(
                            "1",
                            "aws.ses",
                            "Email",
                            Instant.EPOCH,
                            new TrustingView(Json.read(event))));
        } catch (Json.Malformed e) {
            throw new AssertionError(e);
        }
    }
}
