package io.leadmap.runtime.mail;

import static io.leadmap.runtime.mail.Office.TIM;
import static io.leadmap.runtime.mail.Office.json;
import static io.leadmap.runtime.mail.Office.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.OutgoingMail;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.runtime.HttpResponse;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(office.lead(lead).liveDrips()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("grave")
    void a_new_form_after_the_lead_was_closed_mails_nobody(News news) {
        LeadId first = timAsked(news);
        office.loses(first);

        LeadId second = office.asks("Tim Cook", "Tim@Example.com", true);

        assertThat(second).isNotEqualTo(first);
        nothingGoesTo(second);
        assertThat(office.history(second, Entry.TriggerSkipped.class)).isNotEmpty();
        assertThat(office.history(second, Entry.Resubscribed.class))
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
        assertThat(office.lead(ann).liveDrips()).hasSize(1);

        office.edits(ann, TIM);

        nothingGoesTo(ann);
        assertThat(office.address("ann@example.com").block()).isEmpty();
    }

    @Test
    void an_unsubscribe_of_one_of_two_leads_ends_the_drip_of_the_other() {
        LeadId first = timAsked();
        office.loses(first);
        LeadId second = office.asks("Tim Cook", TIM, true);
        assertThat(office.lead(second).liveDrips()).hasSize(1);

        office.unsubscribes(first, Kind.AUTOMATIC);

        assertThat(office.history(second, Entry.DripStopped.class))
                .containsExactly(new Entry.DripStopped("physio-101", "unsubscribed"));
        for (LeadId lead : List.of(first, second)) {
            assertThat(office.record(lead).get("subscribed").getBooleanValue()).isFalse();
        }
        office.sends(second);
        office.arrived.clear();
        office.passes(8);
        office.sends(second);
        assertThat(office.arrived).isEmpty();
        assertThat(office.history(first, Entry.Unsubscribed.class)).hasSize(1);
        assertThat(office.history(second, Entry.Unsubscribed.class))
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
        assertThat(office.lead(second).drips()).isEmpty();
        assertThat(office.record(second).get("subscribed").getBooleanValue()).isFalse();
        assertThat(office.history(second, Entry.Resubscribed.class)).isEmpty();
    }

    @Test
    void a_ticked_consent_ends_an_unsubscribe_and_the_history_has_its_wording() {
        LeadId first = timAsked();
        office.unsubscribes(first, Kind.AUTOMATIC);
        office.loses(first);

        LeadId second = office.asks("Tim Cook", " TIM@example.com", true);

        assertThat(office.history(second, Entry.Resubscribed.class))
                .containsExactly(
                        new Entry.Resubscribed("enquiry", "You may contact me about my enquiry."));
        assertThat(office.record(second).get("subscribed").getBooleanValue()).isTrue();
        assertThat(office.record(first).get("subscribed").getBooleanValue()).isTrue();
        assertThat(office.lead(second).liveDrips()).hasSize(1);
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
        assertThat(office.lead(tim).liveDrips()).hasSize(1);
        assertThat(office.history(tim, Entry.Unsubscribed.class)).hasSize(1);
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
        assertThat(office.history(second, Entry.EmailSkipped.class))
                .extracting(Entry.EmailSkipped::reason)
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
        assertThat(office.history(second, Entry.DripStopped.class))
                .containsExactly(new Entry.DripStopped("physio-101", "complaint"));
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
            assertThat(office.history(lead, Entry.SuppressionLifted.class))
                    .containsExactly(
                            new Entry.SuppressionLifted(
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
            assertThat(office.history(lead, Entry.SuppressionLifted.class))
                    .extracting(Entry.SuppressionLifted::reason)
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
        assertThat(office.history(tim, Entry.SuppressionLifted.class)).isEmpty();
    }

    @Test
    void no_spam_says_nothing_of_the_address() {
        LeadId tim = timAsked(new News.Complained("not-spam"));

        assertThat(office.address(TIM).suppressions()).isEmpty();
        assertThat(office.lead(tim).liveDrips()).hasSize(1);
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
        assertThat(office.history(tim, Entry.SuppressionLifted.class))
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
        assertThat(office.history(tim, Entry.SuppressionLifted.class)).isEmpty();
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
