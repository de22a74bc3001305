package io.leadmap.domain.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Matching.Candidates;
import io.leadmap.domain.appointment.Matching.Match;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Phone;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose leads a patient's are (domain section 9, matching). */
class MatchingTest {

    private static final String EMAIL = "family@example.com";
    private static final String PHONE = "+61444444444";
    private static final LocalDate BORN = LocalDate.parse("1980-12-31");

    private int made;

    @Test
    void the_stored_link_comes_before_everything() {
        Lead linked = lead("Anna", "Lee", EMAIL, new PatientLink("pms", "p-1"));
        Lead other = lead("Ben", "Lee", EMAIL, null);
        Candidates all =
                new Candidates(
                        Set.of("p-1"),
                        List.of(linked),
                        Optional.of(other),
                        List.of(other),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(Matching.of(patient("Ben", "Lee"), all))
                .isEqualTo(new Match.Found(List.of(linked)));
    }

    @Test
    void the_reference_that_we_sent_comes_before_email_and_phone() {
        Lead sent = lead("Anna", "Lee", EMAIL, null);
        Lead other = lead("Ben", "Lee", EMAIL, null);
        Candidates all =
                new Candidates(
                        Set.of("p-1"),
                        List.of(),
                        Optional.of(sent),
                        List.of(other),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(Matching.of(patient("Ben", "Lee"), all))
                .isEqualTo(new Match.Found(List.of(sent)));
    }

    @Test
    void one_lead_with_the_email_is_the_patients_whatever_the_names() {
        Lead mo = lead("Mo", "L", EMAIL, null);
        assertThat(byEmail(patient("Monique", "Lee"), List.of(mo), List.of()))
                .isEqualTo(new Match.Found(List.of(mo)));
    }

    @Test
    void a_family_that_shares_an_email_is_told_apart_by_first_names() {
        Lead anna = lead("Anna", "Lee", EMAIL, null);
        Lead ben = lead("Ben", "Lee", EMAIL, null);
        assertThat(byEmail(patient("BEN", "Lee"), List.of(anna, ben), List.of()))
                .isEqualTo(new Match.Found(List.of(ben)));
        assertThat(byEmail(patient("Zoë", "Lee"), List.of(anna, ben), List.of()))
                .isEqualTo(new Match.Nobody());
    }

    @Test
    void a_lead_is_not_taken_by_another_patient_of_the_family() {
        Lead anna = lead("Anna", "Lee", EMAIL, null);
        assertThat(byEmail(patient("Ben", "Lee"), List.of(anna), List.of(patient("Anna", "Lee"))))
                .isEqualTo(new Match.Nobody());
        assertThat(byEmail(patient("Anna", "Lee"), List.of(anna), List.of(patient("Ben", "Lee"))))
                .isEqualTo(new Match.Found(List.of(anna)));
    }

    @Test
    void whom_the_email_excluded_the_phone_does_not_bring_back() {
        Lead anna = lead("Anna", "Lee", EMAIL, null);
        Candidates all =
                new Candidates(
                        Set.of("p-1"),
                        List.of(),
                        Optional.empty(),
                        List.of(anna),
                        List.of(anna),
                        List.of(patient("Anna", "Lee")),
                        List.of());
        assertThat(Matching.of(patient("Ben", "Lee"), all)).isEqualTo(new Match.Nobody());
    }

    @Test
    void a_namesake_of_nobody_is_found_whatever_the_date_of_birth_that_we_do_not_know() {
        Lead jo = lead("Jo", "Lee", EMAIL, null, BORN);
        assertThat(byEmail(patient("Jo", "Lee"), List.of(jo), List.of(patient("Ben", "Lee"))))
                .isEqualTo(new Match.Found(List.of(jo)));
    }

    @Test
    void a_phone_that_another_patient_of_the_family_has_asks_for_the_first_name() {
        Lead anna = lead("Anna", "Lee", null, null);
        assertThat(byPhone(patient("Ben", "Lee"), List.of(anna), List.of(patient("Anna", "Lee"))))
                .isEqualTo(new Match.Nobody());
    }

    @Test
    void a_reference_to_the_lead_of_another_patient_is_passed_over() {
        Lead others = lead("Anna", "Lee", EMAIL, new PatientLink("pms", "p-2"));
        Candidates all =
                new Candidates(
                        Set.of("p-1"),
                        List.of(),
                        Optional.of(others),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(Matching.of(patient("Ben", "Lee"), all)).isEqualTo(new Match.Nobody());
    }

    @Test
    void accents_case_and_signs_do_not_tell_names_apart() {
        Lead zoe = lead("Zoe", "O'Neil", EMAIL, null);
        Lead ben = lead("Ben", "O'Neil", EMAIL, null);
        assertThat(byEmail(patient("Zoë", "ONEIL"), List.of(zoe, ben), List.of()))
                .isEqualTo(new Match.Found(List.of(zoe)));
    }

    @Test
    void namesakes_are_told_apart_by_date_of_birth() {
        Lead senior = lead("Jo", "Lee", EMAIL, null, BORN);
        Lead junior = lead("Jo", "Lee", EMAIL, null, BORN.plusYears(30));
        assertThat(byEmail(patient("Jo", "Lee", BORN), List.of(senior, junior), List.of()))
                .isEqualTo(new Match.Found(List.of(senior)));
        assertThat(byEmail(patient("Jo", "Lee", null), List.of(senior, junior), List.of()))
                .isEqualTo(new Match.Unclear(List.of(senior, junior)));
    }

    @Test
    void a_namesake_among_the_patients_asks_for_a_date_of_birth_too() {
        Lead unborn = lead("Jo", "Lee", EMAIL, null);
        assertThat(byEmail(patient("Jo", "Lee"), List.of(unborn), List.of(patient("Jo", "Lee"))))
                .isEqualTo(new Match.Unclear(List.of(unborn)));
        Lead born = lead("Jo", "Lee", EMAIL, null, BORN);
        assertThat(
                        byEmail(
                                patient("Jo", "Lee", BORN),
                                List.of(born),
                                List.of(patient("Jo", "Lee"))))
                .isEqualTo(new Match.Found(List.of(born)));
        assertThat(
                        byEmail(
                                patient("Jo", "Lee", BORN.plusDays(1)),
                                List.of(born),
                                List.of(patient("Jo", "Lee"))))
                .isEqualTo(new Match.Nobody());
    }

    @Test
    void leads_without_first_names_that_share_an_email_are_for_a_person_to_decide() {
        Lead one = lead(null, "Lee", EMAIL, null);
        Lead two = lead(null, "Lee", EMAIL, null);
        assertThat(byEmail(patient("Ben", "Lee"), List.of(one, two), List.of()))
                .isEqualTo(new Match.Unclear(List.of(one, two)));
    }

    @Test
    void several_leads_of_one_person_are_all_found() {
        Lead massage = lead("Tim", "Cook", EMAIL, null);
        Lead laser = lead("Tim", "Cook", EMAIL, null);
        assertThat(byEmail(patient("Tim", "Cook"), List.of(massage, laser), List.of()))
                .isEqualTo(new Match.Found(List.of(massage, laser)));
    }

    @Test
    void a_phone_only_lead_is_found_if_the_last_name_agrees() {
        Lead phoneOnly = lead("Mo", "Lee", null, null);
        assertThat(byPhone(patient("Monique", "LEE"), List.of(phoneOnly), List.of()))
                .isEqualTo(new Match.Found(List.of(phoneOnly)));
        assertThat(byPhone(patient("Mo", "Smith"), List.of(phoneOnly), List.of()))
                .isEqualTo(new Match.Nobody());
    }

    @Test
    void a_phone_only_lead_is_found_wherever_its_name_is_split() {
        Lead jan = lead("Jan van", "Dijk", null, null);
        assertThat(byPhone(patient("Jan", "van Dijk"), List.of(jan), List.of()))
                .isEqualTo(new Match.Found(List.of(jan)));
        Lead whole = lead("Jan\u00a0van Dijk", null, null, null);
        assertThat(byPhone(patient("Jan", "Van\u3000Dijk"), List.of(whole), List.of()))
                .isEqualTo(new Match.Found(List.of(whole)));
        Lead mononym = lead("Suharto", null, null, null);
        assertThat(byPhone(patient(null, "Suharto"), List.of(mononym), List.of()))
                .isEqualTo(new Match.Found(List.of(mononym)));
        assertThat(byPhone(patient("Jan", "de Dijk"), List.of(jan), List.of()))
                .isEqualTo(new Match.Nobody());
    }

    @Test
    void a_family_is_told_apart_wherever_its_names_are_split() {
        Lead jan = lead("Jan van", "Dijk", EMAIL, null);
        Lead piet = lead("Piet van", "Dijk", EMAIL, null);
        assertThat(byEmail(patient("Jan", "van Dijk"), List.of(jan, piet), List.of()))
                .isEqualTo(new Match.Found(List.of(jan)));
        assertThat(
                        byPhone(
                                patient("Jan", "van Dijk"),
                                List.of(jan),
                                List.of(patient("Piet van", "Dijk"))))
                .isEqualTo(new Match.Found(List.of(jan)));
    }

    @Test
    void names_of_signs_only_are_not_the_same_for_having_no_letters() {
        Lead star = lead("Mo", "\u2605", null, null);
        assertThat(byPhone(patient("Mo", "\u2606"), List.of(star), List.of()))
                .isEqualTo(new Match.Nobody());
        assertThat(byPhone(patient("Mo", " \u2605\u00a0"), List.of(star), List.of()))
                .isEqualTo(new Match.Found(List.of(star)));
    }

    @Test
    void a_phone_is_not_enough_without_a_last_name() {
        assertThat(byPhone(patient("Mo", null), List.of(lead("Mo", null, null, null)), List.of()))
                .isEqualTo(new Match.Nobody());
        Lead nameless = lead("Mo", null, null, null);
        assertThat(byPhone(patient("Mo", "Lee"), List.of(nameless), List.of()))
                .isEqualTo(new Match.Nobody());
        assertThat(byPhone(patient("Mo", null), List.of(lead("Mo", "Lee", null, null)), List.of()))
                .isEqualTo(new Match.Nobody());
    }

    @Test
    void two_leads_that_share_a_phone_and_a_last_name_are_told_apart_by_first_names() {
        Lead anna = lead("Anna", "Lee", null, null);
        Lead ben = lead("Ben", "Lee", null, null);
        assertThat(byPhone(patient("Ben", "Lee"), List.of(anna, ben), List.of()))
                .isEqualTo(new Match.Found(List.of(ben)));
    }

    @Test
    void who_shares_the_phone_under_another_last_name_does_not_matter() {
        Lead anna = lead("Anna", "Lee", null, null);
        assertThat(byPhone(patient("An", "Lee"), List.of(anna), List.of(patient("Ben", "Smith"))))
                .isEqualTo(new Match.Found(List.of(anna)));
    }

    @Test
    void a_lead_that_is_another_patient_of_the_same_pms_is_not_found() {
        Lead others = lead("Monique", "Lee", EMAIL, new PatientLink("pms", "p-2"));
        assertThat(byEmail(patient("Monique", "Lee"), List.of(others), List.of()))
                .isEqualTo(new Match.Nobody());
        Lead elsewhere = lead("Monique", "Lee", EMAIL, new PatientLink("other", "p-2"));
        assertThat(byEmail(patient("Monique", "Lee"), List.of(elsewhere), List.of()))
                .isEqualTo(new Match.Found(List.of(elsewhere)));
    }

    private static Match byEmail(Patient patient, List<Lead> leads, List<Patient> others) {
        return Matching.of(
                patient,
                new Candidates(
                        Set.of("p-1"),
                        List.of(),
                        Optional.empty(),
                        leads,
                        List.of(),
                        others,
                        List.of()));
    }

    private static Match byPhone(Patient patient, List<Lead> leads, List<Patient> others) {
        return Matching.of(
                patient,
                new Candidates(
                        Set.of("p-1"),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        leads,
                        List.of(),
                        others));
    }

    private static Patient patient(@Nullable String first, @Nullable String last) {
        return patient(first, last, null);
    }

    private static Patient patient(
            @Nullable String first, @Nullable String last, @Nullable LocalDate born) {
        return new Patient(
                "pms",
                "p-1",
                first,
                last,
                EMAIL,
                Phone.of(PHONE),
                born,
                null,
                Patient.Unread.NOTHING);
    }

    private Lead lead(
            @Nullable String first,
            @Nullable String last,
            @Nullable String email,
            @Nullable PatientLink patient) {
        return lead(first, last, email, patient, null);
    }

    private Lead lead(
            @Nullable String first,
            @Nullable String last,
            @Nullable String email,
            @Nullable PatientLink patient,
            @Nullable LocalDate born) {
        Fields fields = Story.fields("phone", PHONE);
        fields = fields.with(FieldKey.FIRST_NAME, text(first));
        fields = fields.with(FieldKey.LAST_NAME, text(last));
        fields = fields.with(FieldKey.EMAIL, text(email));
        fields =
                fields.with(FieldKey.DATE_OF_BIRTH, born == null ? null : new FieldValue.Day(born));
        // a lead may be linked to a connection that the practice does not have any more
        Command.AddLead add = Story.add(fields);
        Decision decision =
                Decider.begin(
                        new LeadId("lead000" + ++made),
                        add,
                        new Context(
                                SamplePractice.PRACTICE,
                                Story.AVA,
                                new Cause(Cause.Kind.REQUEST, "r"),
                                Story.START,
                                Set.of()));
        Lead lead = ((Decision.Accepted) decision).after();
        return patient == null ? lead : linked(lead, patient);
    }

    private static @Nullable FieldValue text(@Nullable String value) {
        return value == null ? null : new FieldValue.Text(value);
    }

    private static Lead linked(Lead lead, PatientLink patient) {
        return lead.apply(
                new Commit(
                        lead.revision().seq() + 1,
                        Story.START,
                        Actor.SYSTEM,
                        new Cause(Cause.Kind.PMS, "e"),
                        1,
                        List.of(new PmsEntry.PatientLinked(patient))));
    }
}
