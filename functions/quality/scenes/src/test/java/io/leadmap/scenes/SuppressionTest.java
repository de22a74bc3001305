package io.leadmap.scenes;

import static io.leadmap.scenes.Office.TIM;
import static io.leadmap.scenes.Office.json;
import static io.leadmap.scenes.Office.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.ports.OutgoingMail;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Suppression belongs to the address, whatever lead it stands on (domain section 7). */
class SuppressionTest {

    private static final String HELLO = "{\"subject\":\"Hello\",\"html\":\"<p>Hello</p>\"}";

    private final Office office = new Office();

    static Stream<News> grave() {
        return Stream.of(new News.Complained("abuse"), new News.Bounced(true, "Permanent General"));
    }

    /** Tim asks, is welcomed, and this is told of the welcome mail. */
    private LeadId timAsked(News news) {
        LeadId tim = office.asks("Tim Cook", TIM, true);
        office.sends(tim);
        office.tells(office.mail(tim, Kind.AUTOMATIC).email().id(), news);
        office.arrived.clear();
        return tim;
    }

    private LeadId timAsked() {
        LeadId tim = office.asks("Tim Cook", TIM, true);
        office.sends(tim);
        office.arrived.clear();
        return tim;
    }

    @Test
    void where_nothing_is_known_of_an_address_mail_goes_out() {
        LeadId tim = timAsked();

        office.passes(8);
        office.sends(tim);

        assertThat(office.arrived).isNotEmpty();
        assertThat(office.address(TIM).suppressions()).isEmpty();
    }

    private void nothingGoesTo(LeadId lead) {
        office.sends(lead);
        office.passes(8);
        office.sends(lead);
        assertThat(office.arrived).isEmpty();
        HttpResponse written = office.agent("POST", "/leads/" + lead + "/emails", HELLO);
        assertThat(written.status()).isEqualTo(409);
        assertThat(text(json(written), "type")).isEqualTo("mail-blocked");
        assertThat(office.agent("POST", "/leads/" + lead + "/drips/physio-101", "").status())
                .isEqualTo(409);
        assertThat(office.lead(lead).drips().live()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("grave")
    void a_new_form_after_the_lead_was_closed_mails_nobody(News news) {
        LeadId first = timAsked(news);
        office.loses(first);

        LeadId second = office.asks("Tim Cook", "Tim@Example.com", true);

        assertThat(second).isNotEqualTo(first);
        nothingGoesTo(second);
        assertThat(office.history(second, TriggerEntry.TriggerSkipped.class)).isNotEmpty();
        assertThat(office.history(second, SuppressionEntry.Resubscribed.class))
                .as("a ticked consent ends no complaint and no bounce")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("grave")
    void a_lead_that_an_agent_adds_mails_nobody(News news) {
        timAsked(news);

        LeadId added = office.adds(" TIM@example.COM ");

        nothingGoesTo(added);
        assertThat(json(office.agent("GET", "/leads/" + added, "")).get("permitted").get("email"))
                .satisfies(email -> assertThat(text(email, "why")).isEqualTo("mail-blocked"));
    }

    @ParameterizedTest
    @MethodSource("grave")
    void an_edit_to_another_address_and_back_mails_nobody(News news) {
        LeadId tim = timAsked(news);

        assertThat(office.edits(tim, "tom@example.com").status()).isEqualTo(200);
        assertThat(office.agent("POST", "/leads/" + tim + "/emails", HELLO).status())
                .as("the other one takes mail")
                .isEqualTo(202);
        office.sends(tim);
        office.arrived.clear();
        assertThat(office.edits(tim, TIM).status()).isEqualTo(200);

        nothingGoesTo(tim);
    }

    @ParameterizedTest
    @MethodSource("grave")
    void a_lead_that_is_given_somebody_elses_address_gets_what_is_known_of_it(News news) {
        timAsked(news);
        LeadId ann = office.asks("Ann Lee", "ann@example.com", true);
        assertThat(office.lead(ann).drips().live()).hasSize(1);

        office.edits(ann, TIM);

        nothingGoesTo(ann);
        assertThat(office.address("ann@example.com").block()).isEmpty();
    }

    @Test
    void an_unsubscribe_of_one_of_two_leads_ends_the_drip_of_the_other() {
        LeadId first = timAsked();
        office.loses(first);
        LeadId second = office.asks("Tim Cook", TIM, true);
        assertThat(office.lead(second).drips().live()).hasSize(1);

        office.unsubscribes(first, Kind.AUTOMATIC);

        assertThat(office.history(second, DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("physio-101", "unsubscribed"));
        for (LeadId lead : List.of(first, second)) {
            assertThat(office.record(lead).get("subscribed").getBooleanValue()).isFalse();
        }
        office.sends(second);
        office.arrived.clear();
        office.passes(8);
        office.sends(second);
        assertThat(office.arrived).isEmpty();
        assertThat(office.history(first, SuppressionEntry.Unsubscribed.class)).hasSize(1);
        assertThat(office.history(second, SuppressionEntry.Unsubscribed.class))
                .as("said where it happened")
                .isEmpty();
    }

    @Test
    void an_unsubscribed_person_who_asks_again_without_a_tick_gets_an_answer_and_no_marketing() {
        LeadId first = timAsked();
        office.unsubscribes(first, Kind.AUTOMATIC);
        office.loses(first);

        LeadId second = office.asks("Tim Cook", TIM, false);
        office.sends(second);
        office.passes(8);
        office.sends(second);

        assertThat(office.arrived)
                .extracting(OutgoingMail::unsubscribe)
                .as("the answer to the form, which is no marketing")
                .hasSize(1)
                .containsOnlyNulls();
        assertThat(office.lead(second).drips().runs()).isEmpty();
        assertThat(office.record(second).get("subscribed").getBooleanValue()).isFalse();
        assertThat(office.history(second, SuppressionEntry.Resubscribed.class)).isEmpty();
    }

    @Test
    void a_ticked_consent_ends_an_unsubscribe_and_the_history_has_its_wording() {
        LeadId first = timAsked();
        office.unsubscribes(first, Kind.AUTOMATIC);
        office.loses(first);

        LeadId second = office.asks("Tim Cook", " TIM@example.com", true);

        assertThat(office.history(second, SuppressionEntry.Resubscribed.class))
                .containsExactly(
                        new SuppressionEntry.Resubscribed(
                                "enquiry", "You may contact me about my enquiry."));
        assertThat(office.record(second).get("subscribed").getBooleanValue()).isTrue();
        assertThat(office.record(first).get("subscribed").getBooleanValue()).isTrue();
        assertThat(office.lead(second).drips().live()).hasSize(1);
        assertThat(office.listed("")).isEmpty();
    }

    @Test
    void a_record_of_the_past_tells_what_was_known_then() {
        LeadId tim = timAsked();
        Instant before = office.desk.clock.instant();
        office.desk.clock.advance(Duration.ofHours(1));
        office.unsubscribes(tim, Kind.AUTOMATIC);

        String past = "/leads/" + tim + "?asOf=" + before;
        assertThat(json(office.agent("GET", past, "")).get("subscribed").getBooleanValue())
                .isTrue();
        assertThat(office.record(tim).get("subscribed").getBooleanValue()).isFalse();
    }

    @Test
    void the_link_in_an_old_mail_ends_mail_to_the_address_that_it_went_to() {
        LeadId tim = timAsked();
        office.edits(tim, "tom@example.com");

        office.unsubscribes(tim, Kind.AUTOMATIC);

        assertThat(office.address(TIM).isSubscribed()).isFalse();
        assertThat(office.address("tom@example.com").isSubscribed()).isTrue();
        assertThat(office.record(tim).get("subscribed").getBooleanValue()).isTrue();
        assertThat(office.lead(tim).drips().live()).hasSize(1);
        assertThat(office.history(tim, SuppressionEntry.Unsubscribed.class)).hasSize(1);
    }

    @Test
    void a_mail_that_was_decided_before_a_complaint_is_not_sent_after_it() {
        LeadId first = timAsked();
        office.loses(first);
        LeadId second = office.asks("Tim Cook", TIM, true);
        Suppression.Kind complaint = Suppression.Kind.COMPLAINT;
        office.desk
                .store // as if the complaint were stored while the form was being decided
                .suppressions()
                .store(
                        office.desk.practice.id(),
                        office.address(TIM)
                                .suppressed(
                                        complaint,
                                        office.desk.clock.instant(),
                                        office.mail(first, Kind.AUTOMATIC).email().id()));

        office.sends(second);

        assertThat(office.arrived).isEmpty();
        assertThat(office.mail(second, Kind.AUTOMATIC).state()).isEqualTo(MailState.SKIPPED);
        assertThat(office.history(second, MailEntry.EmailSkipped.class))
                .extracting(MailEntry.EmailSkipped::reason)
                .containsExactly("complaint");
        JsonNode mails = json(office.agent("GET", "/leads/" + second + "/emails", "")).get("items");
        for (JsonNode mail : mails.values()) { // the skipped one, and the next one of the drip
            assertThat(mail.get("explanation").values())
                    .anySatisfy(check -> {
                        assertThat(text(check, "rule")).isEqualTo("address");
                        assertThat(text(check, "found")).isEqualTo("complaint");
                        assertThat(check.get("passed").getBooleanValue()).isFalse();
                    });
            assertThat(mail.get("nextAttemptAt").isNull()).isTrue();
        }
        assertThat(mails.size()).isEqualTo(2);
        assertThat(office.record(second).get("drips").get(0).get("nextAt").isNull())
                .as("nothing will go out then")
                .isTrue();
        office.passes(8);
        assertThat(office.history(second, DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("physio-101", "complaint"));
    }
}
