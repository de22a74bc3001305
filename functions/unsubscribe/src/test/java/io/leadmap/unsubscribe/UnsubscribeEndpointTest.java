package io.leadmap.unsubscribe;

import static io.leadmap.domain.mail.Email.Kind.AUTOMATIC;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.desk.RoutesCall;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page behind the link in a mail, and the post of mail programs (domain section 7). */
class UnsubscribeEndpointTest {

    private final MailDesk desk = new MailDesk();

    @BeforeEach
    void timHasAsked() {
        desk.timAsks();
    }

    @Test
    void looking_at_the_unsubscribe_page_changes_nothing_and_one_post_does_it() {
        String token = desk.token(AUTOMATIC);

        HttpResponse asked = call("GET", "", token);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text())
                .contains("Brightwater Physiotherapy", "<button", "method=\"post\"");
        assertThat(desk.address().isSubscribed()).isTrue();

        String oneClick = "List-Unsubscribe=One-Click";
        assertThat(call("POST", oneClick, token).status()).isEqualTo(200);
        assertThat(call("POST", oneClick, token).status()).isEqualTo(200);
        assertThat(desk.address().isSubscribed()).isFalse();
        assertThat(desk.tim().drips().live()).isEmpty();
        assertThat(call("GET", "", "a-b-c").status()).isEqualTo(404);
    }

    @Test
    void the_link_unsubscribes_once_and_a_forged_one_does_not() {
        String token = desk.token(AUTOMATIC);

        assertThat(desk.unsubscribe.unsubscribe(token + "x")).isEmpty();
        assertThat(desk.unsubscribe.practice(token)).isPresent();
        assertThat(desk.address().isSubscribed()).isTrue();

        assertThat(desk.unsubscribe.unsubscribe(token)).isPresent();
        assertThat(desk.unsubscribe.unsubscribe(token)).isPresent();
        assertThat(desk.address().isSubscribed()).isFalse();
        assertThat(desk.history()).containsOnlyOnce(SuppressionEntry.Unsubscribed.class);
    }

    private HttpResponse call(String method, String body, String token) {
        return RoutesCall.answer(
                new UnsubscribeEndpoint(desk.unsubscribe),
                desk.store.practices(),
                new HttpRequest(
                        method,
                        method + " /unsubscribe/{token}",
                        "/unsubscribe/" + token,
                        Map.of("token", token),
                        Map.of(),
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of(),
                        "203.0.113.7",
                        "r-1"));
    }
}
