package io.leadmap.domain.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What placeholders stand for (domain section 5). */
class PlaceholderValuesTest {

    @Test
    void every_system_and_custom_field_is_a_placeholder() {
        for (FieldKey key : FieldKey.STANDARD) {
            String name =
                    key.value().replace("divisionId", "division").replace("sourceId", "source");
            assertThat(PlaceholderValues.isKnown(SamplePractice.PRACTICE, "lead." + name)).isTrue();
        }
        for (CustomField field : SamplePractice.PRACTICE.fields()) {
            assertThat(
                            PlaceholderValues.isKnown(
                                    SamplePractice.PRACTICE, "lead.custom." + field.key()))
                    .isTrue();
        }
        assertThat(PlaceholderValues.isKnown(SamplePractice.PRACTICE, "lead.divisionId")).isFalse();
        assertThat(PlaceholderValues.isKnown(SamplePractice.PRACTICE, "lead.custom.shoe"))
                .isFalse();
        assertThat(values(Story.ofMonique().lead()).isKnown("lead.shoe")).isFalse();
        assertThat(values(Story.ofMonique().lead()).isKnown("unsubscribeLink")).isTrue();
    }

    @Test
    void values_read_as_a_person_writes_them() {
        Lead lead =
                Story.ofMonique()
                        .then(
                                new Command.EditFields(
                                        Map.of(
                                                FieldKey.DATE_OF_BIRTH,
                                                value("1980-12-31"),
                                                FieldKey.ADDRESS,
                                                Optional.of(
                                                        new FieldValue.Postal(
                                                                new PostalAddress(
                                                                        "1 Lamp Row",
                                                                        "",
                                                                        "Sydney",
                                                                        "",
                                                                        "2000",
                                                                        "AU"))),
                                                FieldKey.custom("visits"),
                                                value("1e2"),
                                                FieldKey.custom("areas"),
                                                Optional.of(
                                                        new FieldValue.Choices(
                                                                List.of("face", "feet"))),
                                                FieldKey.custom("news"),
                                                value("no"),
                                                FieldKey.DIVISION,
                                                value("city"),
                                                FieldKey.SOURCE,
                                                value("friend"))))
                        .lead();
        assertThat(values(lead).get("lead.dateOfBirth")).contains("31 December 1980");
        assertThat(values(lead).get("lead.address")).contains("1 Lamp Row, Sydney, 2000, AU");
        assertThat(values(lead).get("lead.custom.visits")).contains("100");
        assertThat(values(lead).get("lead.custom.areas")).contains("face, feet");
        assertThat(values(lead).get("lead.custom.news")).contains("no");
        assertThat(values(lead).get("lead.division")).contains("City");
        assertThat(values(lead).get("lead.source")).contains("A friend");
        assertThat(values(lead).get("lead.name")).contains("Monique Lee");
        Lead yes = Story.ofMonique().then(Story.edit("custom.news", "yes")).lead();
        assertThat(values(yes).get("lead.custom.news")).contains("yes");
    }

    @Test
    void owner_practice_map_and_track_have_theirs() {
        PlaceholderValues values = values(Story.ofEnquiry().lead());
        assertThat(values.get("owner.alias")).contains("Dear ava");
        assertThat(values.get("owner.email")).contains("ava@bright.example");
        assertThat(values.get("owner.signature")).contains("ava\nBright");
        assertThat(values.get("practice.name")).contains("Bright Skin");
        assertThat(values.get("practice.phone")).contains("02 9000 0000");
        assertThat(values.get("practice.address")).contains("1 Lamp Row, Sydney");
        assertThat(values.get("map.name")).contains("Treatment");
        assertThat(values.get("track.name")).contains("Consultation");
        PlaceholderValues none = values(Story.ofMonique().lead());
        assertThat(none.get("owner.alias")).isEmpty();
        assertThat(none.get("map.name")).isEmpty();
        assertThat(none.get("lead.source")).isEmpty();
    }

    @Test
    void nobody_signs_who_has_left_the_practice() {
        Practice withoutAva =
                SamplePractice.with(p ->
                        p.people.replaceAll(person ->
                                person.id().equals("ava") ? deactivated(person) : person));
        PlaceholderValues values =
                PlaceholderValues.of(withoutAva, Story.ofEnquiry().lead(), Story.START);
        assertThat(values.get("owner.alias")).isEmpty();
        assertThat(values.get("owner.email")).isEmpty();
        assertThat(values.get("owner.signature")).isEmpty();
    }

    private static Person deactivated(Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.alias(),
                person.signature(),
                person.roles(),
                false);
    }

    @Test
    void days_and_times_are_those_of_the_practices_time_zone() {
        assertThat(values(Story.ofMonique().lead()).get("today")).contains("27 February 2026");
        PlaceholderValues later =
                PlaceholderValues.of(
                        SamplePractice.PRACTICE,
                        Story.ofMonique().lead(),
                        Instant.parse("2026-02-27T13:00:00Z"));
        assertThat(later.get("today")).contains("28 February 2026");
    }

    @Test
    void the_appointment_has_a_date_and_a_time_while_it_is_live() {
        PlaceholderValues live = values(linked(Appointment.State.BOOKED));
        assertThat(live.get("appointment.date")).contains("Friday 3 April 2026");
        assertThat(live.get("appointment.time")).contains("20:00");
        assertThat(values(linked(Appointment.State.CANCELLED)).get("appointment.date")).isEmpty();
    }

    private static Lead linked(Appointment.State state) {
        Lead lead = Story.ofMonique().lead();
        Appointment appointment =
                new Appointment(
                        "pms",
                        "a-1",
                        1,
                        state,
                        Story.START,
                        Instant.parse("2026-04-03T09:00:00Z"),
                        null,
                        null,
                        null,
                        null,
                        "p-1",
                        Story.START);
        return lead.apply(
                new Commit(
                        lead.revision().seq() + 1,
                        Story.START,
                        Actor.SYSTEM,
                        new Cause(Cause.Kind.PMS, "e-1"),
                        7,
                        List.of(new PmsEntry.AppointmentLinked(appointment))));
    }

    private static PlaceholderValues values(Lead lead) {
        return PlaceholderValues.of(SamplePractice.PRACTICE, lead, Story.START);
    }

    private static Optional<FieldValue> value(String text) {
        return Optional.of(new FieldValue.Text(text));
    }
}
