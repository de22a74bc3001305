package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an agent adds a lead (domain section 2). */
class BeginningTest {

    private static final Attribution UTM = Attribution.of(Map.of("utm_source", "search"));

    @Test
    void a_lead_added_by_an_agent_is_of_channel_phone_and_fires_nothing() {
        Story story = Story.ofMonique();
        assertThat(story.lead().origin().channel()).isEqualTo(Channel.PHONE);
        assertThat(story.lead().status()).isEqualTo(Status.CREATED);
        assertThat(story.lead().origin().division()).isEqualTo("root");
        assertThat(story.lead().owner()).isNull();
        assertThat(story.lead().map()).isNull();
        assertThat(story.last().mails()).isEmpty();
        assertThat(story.lead().displayName()).isEqualTo("Monique Lee");
    }

    @Test
    void it_is_created_with_everything_that_was_given() {
        Story story = new Story().begin(command("city", "web", "noah", "treat", null, null, null));
        assertThat(story.entries().getFirst())
                .isEqualTo(
                        new RecordEntry.LeadCreated(
                                Channel.PHONE,
                                Story.monique(),
                                "city",
                                "web",
                                "noah",
                                Story.START,
                                UTM));
        assertThat(story.map().mapId()).isEqualTo("treat");
        assertThat(story.lead().pms().patient()).isEqualTo(new PatientLink("pms", "p-1"));
        assertThat(story.lead().origin().utmFirst()).isEqualTo(UTM);
    }

    @Test
    void without_a_map_it_enters_the_practices_default_map() {
        Story story = Story.of(SamplePractice.withSettings(s -> s.defaultMapId = "slow"));
        assertThat(story.map().mapId()).isEqualTo("slow");
    }

    @Test
    void it_needs_a_name_and_a_phone_or_an_email() {
        assertThat(new Story().refusedToBegin(Story.add(Fields.NONE)))
                .isEqualTo(
                        new Refusal.Invalid(
                                List.of(
                                        new Refusal.FieldError(
                                                "firstName", "Give a first name or a last name."),
                                        new Refusal.FieldError(
                                                "email",
                                                "Give an email address or a phone number."))));
        new Story().begin(Story.add(Story.fields("lastName", "Lee", "phone", "+61444444444")));
        new Story()
                .begin(Story.add(Story.fields("firstName", "Monique", "email", "m@example.com")));
    }

    @Test
    void a_wrong_value_is_named_once() {
        assertThat(
                        new Story()
                                .refusedToBegin(
                                        Story.add(
                                                Story.fields(
                                                        "firstName",
                                                        "x".repeat(101),
                                                        "email",
                                                        "m"))))
                .isEqualTo(
                        new Refusal.Invalid(
                                List.of(
                                        new Refusal.FieldError(
                                                "email",
                                                "Write an email address such as name@example.com."),
                                        new Refusal.FieldError(
                                                "firstName", "Shorten this to 100 characters."))));
        assertThat(
                        new Story()
                                .refusedToBegin(
                                        Story.add(
                                                Story.fields(
                                                        "lastName",
                                                        "x".repeat(101),
                                                        "phone",
                                                        "1"))))
                .isEqualTo(
                        new Refusal.Invalid(
                                List.of(
                                        new Refusal.FieldError(
                                                "lastName", "Shorten this to 100 characters."),
                                        new Refusal.FieldError(
                                                "phone",
                                                "Write a phone number with its area code, or with +"
                                                        + " and its country code."))));
    }

    @Test
    void a_wrong_value_does_not_hide_what_is_missing() {
        assertThat(fieldsRefused(Story.fields("email", "m"))).containsExactly("email", "firstName");
        assertThat(fieldsRefused(Story.fields("phone", "1"))).containsExactly("phone", "firstName");
        assertThat(fieldsRefused(Story.fields("firstName", "x".repeat(101))))
                .containsExactly("firstName", "email");
        assertThat(fieldsRefused(Story.fields("lastName", "x".repeat(101))))
                .containsExactly("lastName", "email");
    }

    @Test
    void first_contact_may_be_earlier_and_is_never_later() {
        Instant earlier = Story.START.minus(Duration.ofDays(1));
        Story story = new Story().begin(command("city", null, null, null, earlier, null, null));
        assertThat(story.lead().dates().created()).isEqualTo(earlier);
        assertThat(story.lead().dates().entered()).isEqualTo(Story.START);
        new Story().begin(command("city", null, null, null, Story.START, null, null));
        Instant later = Story.START.plusMillis(1);
        assertThat(new Story().refusedToBegin(command("city", null, null, null, later, null, null)))
                .isEqualTo(new Refusal.Invalid("firstContactAt", "Give a time in the past."));
    }

    @Test
    void division_source_owner_map_and_connection_must_exist() {
        Command.AddLead wrong =
                new Command.AddLead(
                        Story.monique(),
                        "moon",
                        "moon",
                        "moon",
                        "moon",
                        null,
                        null,
                        null,
                        UTM,
                        Optional.of(new PatientLink("moon", "p")));
        assertThat(((Refusal.Invalid) new Story().refusedToBegin(wrong)).errors())
                .extracting(Refusal.FieldError::field)
                .containsExactly("divisionId", "sourceId", "ownerId", "mapId", "patient");
    }

    @Test
    void it_may_begin_in_any_status_with_that_ones_dates() {
        Story booked =
                new Story().begin(command("city", null, null, null, null, Status.BOOKED, null));
        assertThat(booked.lead().dates().booked()).isEqualTo(Story.START);
        assertThat(booked.lead().dates().bookedByHand()).isTrue();
        Story won =
                new Story()
                        .begin(command("city", null, null, "treat", null, Status.INVOICED, null));
        assertThat(won.map().outcome()).isEqualTo(MapRun.Outcome.WON);
    }

    @Test
    void beginning_lost_needs_its_reason() {
        assertThat(
                        new Story()
                                .refusedToBegin(
                                        command("city", null, null, null, null, Status.LOST, null)))
                .isEqualTo(new Refusal.Invalid("lossReason", "Say why the lead was lost."));
        LossReason reason = new LossReason("moved");
        assertThat(
                        new Story()
                                .refusedToBegin(
                                        command("city", null, null, null, null, null, reason)))
                .isEqualTo(
                        new Refusal.Invalid(
                                "lossReason", "Leave the loss reason out: only LOST has one."));
        Story story =
                new Story().begin(command("city", null, null, null, null, Status.LOST, reason));
        assertThat(story.lead().stage().lossReason()).isEqualTo(reason);
    }

    private static List<String> fieldsRefused(Fields fields) {
        return ((Refusal.Invalid) new Story().refusedToBegin(Story.add(fields)))
                .errors().stream().map(Refusal.FieldError::field).toList();
    }

    private static Command.AddLead command(
            @Nullable String division,
            @Nullable String source,
            @Nullable String owner,
            @Nullable String map,
            @Nullable Instant firstContact,
            @Nullable Status status,
            @Nullable LossReason reason) {
        return new Command.AddLead(
                Story.monique(),
                division,
                source,
                owner,
                map,
                firstContact,
                status,
                reason,
                UTM,
                Optional.of(new PatientLink("pms", "p-1")));
    }
}
