package io.leadmap.scenes;

import static io.leadmap.scenes.Office.TIM;
import static io.leadmap.scenes.Office.json;
import static io.leadmap.scenes.Office.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Administrators see what keeps mail from addresses, and lift what may be lifted. */
class SuppressionRoutesTest {

    private static final String HELLO = "{\"subject\":\"Hello\",\"html\":\"<p>Hello</p>\"}";

    private final Office office = new Office();

    /** Tim asks, is welcomed, and this is told of the welcome mail. */
    private LeadId timAsked(News news) {
        LeadId tim = timAsked();
        office.tells(office.mail(tim, Kind.AUTOMATIC).email().id(), news);
        return tim;
    }

    private LeadId timAsked() {
        LeadId tim = office.asks("Tim Cook", TIM, true);
        office.sends(tim);
        office.arrived.clear();
        return tim;
    }

    @Test
    void an_administrator_lifts_a_bounce_and_every_lead_with_the_address_says_so() {
        LeadId first = timAsked(new News.Bounced(true, "gone"));
        LeadId second = office.adds(TIM);
        String id = text(office.listed("").getFirst(), "id");

        HttpResponse lifted = office.lifts(id, "The mailbox works again");

        assertThat(lifted.status()).as(lifted.text()).isEqualTo(200);
        assertThat(text(json(lifted).get("lifted"), "reason")).isEqualTo("The mailbox works again");
        assertThat(text(json(lifted).get("lifted").get("by"), "name")).isEqualTo("Mei Lin");
        for (LeadId lead : List.of(first, second)) {
            assertThat(office.history(lead, SuppressionEntry.SuppressionLifted.class))
                    .containsExactly(
                            new SuppressionEntry.SuppressionLifted(
                                    Suppression.Kind.HARD_BOUNCE,
                                    office.mail(first, Kind.AUTOMATIC).email().id(),
                                    "The mailbox works again"));
        }
        assertThat(office.listed("")).isEmpty();
        assertThat(office.listed("?state=lifted")).hasSize(1);
        assertThat(office.agent("POST", "/leads/" + second + "/emails", HELLO).status())
                .isEqualTo(202);
        office.sends(second);
        assertThat(office.arrived).hasSize(1);
    }

    @Test
    void news_that_is_repeated_after_an_administrator_has_lifted_changes_nothing() {
        News bounce = new News.Bounced(true, "gone");
        LeadId tim = timAsked(bounce);
        office.lifts(text(office.listed("").getFirst(), "id"), "works again");
        var known = office.address(TIM);
        var lead = office.lead(tim);

        office.tells(office.mail(tim, Kind.AUTOMATIC).email().id(), bounce);

        assertThat(office.address(TIM)).isEqualTo(known);
        assertThat(office.lead(tim)).isEqualTo(lead);

        office.agent("POST", "/leads/" + tim + "/emails", HELLO);
        office.sends(tim);
        office.tells(office.mail(tim, Kind.HAND_WRITTEN).email().id(), bounce);
        assertThat(office.address(TIM).block()).contains(Suppression.Kind.HARD_BOUNCE);
    }

    @Test
    void lifting_that_was_cut_short_is_gone_on_with_and_tells_nobody_twice() {
        LeadId first = timAsked(new News.Bounced(true, "gone"));
        String id = text(office.listed("").getFirst(), "id");
        office.lifts(id, "works again");
        LeadId second = office.adds(TIM); // as if the call had ended before it came to this one

        assertThat(office.lifts(id, "and again").status()).isEqualTo(200);
        assertThat(office.lifts(id, "and again").status()).isEqualTo(200);

        for (LeadId lead : List.of(first, second)) {
            assertThat(office.history(lead, SuppressionEntry.SuppressionLifted.class))
                    .extracting(SuppressionEntry.SuppressionLifted::reason)
                    .containsExactly("works again");
        }
    }

    @Test
    void a_complaint_stands_whoever_has_the_address() {
        LeadId tim = timAsked(new News.Complained("abuse"));
        String id = text(office.listed("").getFirst(), "id");

        for (String address : List.of("tom@example.com", TIM)) {
            office.edits(tim, address);
            HttpResponse refused = office.lifts(id, "please");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(text(json(refused), "type")).isEqualTo("complaint-stands");
        }
        assertThat(office.address(TIM).block()).contains(Suppression.Kind.COMPLAINT);
        assertThat(office.history(tim, SuppressionEntry.SuppressionLifted.class)).isEmpty();
    }

    @Test
    void no_spam_says_nothing_of_the_address() {
        LeadId tim = timAsked(new News.Complained("not-spam"));

        assertThat(office.address(TIM).suppressions()).isEmpty();
        assertThat(office.lead(tim).drips().live()).hasSize(1);
        assertThat(office.listed("?state=all")).isEmpty();
    }

    @Test
    void what_is_known_of_an_address_outlives_the_lead_that_had_it() {
        LeadId tim = timAsked(new News.Bounced(true, "gone"));
        office.edits(tim, "tom@example.com");

        assertThat(office.listed("").getFirst().get("leads").size()).isZero();
        String id = text(office.listed("").getFirst(), "id");
        assertThat(office.lifts(id, "nobody's now").status()).isEqualTo(200);
        assertThat(office.address(TIM).block()).isEmpty();
        assertThat(office.history(tim, SuppressionEntry.SuppressionLifted.class))
                .as("the lead has another address")
                .isEmpty();
    }

    @Test
    void each_kind_is_listed_and_lifted_by_itself() {
        LeadId tim = timAsked();
        office.unsubscribes(tim, Kind.AUTOMATIC);
        office.tells(office.mail(tim, Kind.AUTOMATIC).email().id(), new News.Bounced(true, "gone"));
        assertThat(office.listed(""))
                .extracting(row -> text(row, "kind"))
                .containsExactly("hardBounce", "unsubscribe");
        assertThat(office.listed("?email=TIM@example.com")).hasSize(2);
        assertThat(office.listed("?email=ann@example.com")).isEmpty();
        assertThat(json(office.administrator("GET", "/suppressions?limit=1", "")).get("next"))
                .matches(next -> next.isString());

        office.lifts(text(office.listed("").getFirst(), "id"), "works again");

        assertThat(office.address(TIM).block()).isEmpty();
        assertThat(office.address(TIM).isSubscribed()).as("asked for by nobody").isFalse();
        assertThat(office.listed("")).hasSize(1);
        assertThat(office.listed("?state=all")).hasSize(2);
    }

    @Test
    void only_administrators_see_and_lift_and_must_say_why() {
        LeadId tim = timAsked(new News.Bounced(true, "gone"));
        String id = text(office.listed("").getFirst(), "id");
        assertThat(office.agent("GET", "/suppressions", "").status()).isEqualTo(403);
        assertThat(
                        office.agent("DELETE", "/suppressions/" + id, "{\"reason\":\"please\"}")
                                .status())
                .isEqualTo(403);
        assertThat(office.lifts(id, " ").status()).isEqualTo(422);
        assertThat(office.lifts(id, "x".repeat(501)).status()).isEqualTo(422);
        assertThat(office.administrator("DELETE", "/suppressions/" + id, "").status())
                .isEqualTo(400);
        assertThat(office.address(TIM).block()).isPresent();
        assertThat(office.history(tim, SuppressionEntry.SuppressionLifted.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "x.complaint",
                ".hardBounce",
                "x.",
                "x.HARD_BOUNCE",
                "%2e%2e.unsubscribe"
            })
    void what_was_not_given_out_is_not_found(String id) {
        timAsked(new News.Bounced(true, "gone"));

        assertThat(office.lifts(id, "please").status()).isEqualTo(404);
    }

    @Test
    void a_kind_that_does_not_stand_is_not_found() {
        timAsked(new News.Bounced(true, "gone"));
        String id = text(office.listed("").getFirst(), "id").replace("hardBounce", "unsubscribe");

        assertThat(office.lifts(id, "please").status()).isEqualTo(404);
    }
}
