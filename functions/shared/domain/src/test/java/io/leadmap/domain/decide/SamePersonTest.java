package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.fields;
import static io.leadmap.domain.Story.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.SamePerson.Likeness;
import io.leadmap.domain.decide.SamePerson.Verdict;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decision: the same person (domain section 2). */
class SamePersonTest {

    private final Lead monique = Story.ofEnquiry().lead();

    @Test
    void the_same_email_in_another_spelling_joins() {
        assertThat(likeness(fields("firstName", "monique", "email", "Monique@Example.COM ")))
                .isEqualTo(Likeness.JOINS);
    }

    @Test
    void the_same_phone_and_last_name_joins() {
        assertThat(likeness(fields("lastName", "LEE", "phone", "+61444444444")))
                .isEqualTo(Likeness.JOINS);
    }

    @ParameterizedTest
    @CsvSource({
        "\u00c9lodie, D\u2019Arcy, E\u0301LODIE, d'arcy",
        "\u00c9lodie, D'Arcy, Elodie, Darcy",
        "Jan van, Dijk, Jan, van Dijk",
        "Jan\u00a0van, Dijk, jan, VAN\u3000DIJK",
        "Jan\u2009Willem van, Dijk, Jan-Willem, van Dijk",
        "\u5c71\u7530, \u592a\u90ce, \u5c71, \u7530\u592a\u90ce",
        "Nikos, \u03a0\u03b1\u03c0\u03ac\u03c2, NIKOS, \u03a0\u0391\u03a0\u0391\u03a3",
        "Ann, Gro\u00df, Ann, GROSS"
    })
    void one_person_joins_however_the_name_is_written(
            String first, String last, String otherFirst, String otherLast) {
        Lead known =
                new Story()
                        .begin(
                                Story.add(
                                        fields(
                                                "firstName",
                                                first,
                                                "lastName",
                                                last,
                                                "phone",
                                                "+61444444444")))
                        .lead();
        assertThat(
                        SamePerson.compare(
                                fields(
                                        "firstName",
                                        otherFirst,
                                        "lastName",
                                        otherLast,
                                        "phone",
                                        "+61444444444"),
                                null,
                                known))
                .isEqualTo(Likeness.JOINS);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Jan van Dijk, -, Jan, van Dijk",
                "Jan van Dijk, -, Jan van, Dijk",
                "-, Jan van Dijk, Jan, van Dijk",
                "\u5c71\u7530\u592a\u90ce, -, \u5c71\u7530, \u592a\u90ce"
            })
    void a_name_that_stands_in_one_field_is_not_told_twice(
            @Nullable String first, @Nullable String last, String otherFirst, String otherLast) {
        Map<FieldKey, FieldValue> known = new TreeMap<>(fields("email", "j@x.example").values());
        if (first != null) {
            known.put(FieldKey.FIRST_NAME, new FieldValue.Text(first));
        }
        if (last != null) {
            known.put(FieldKey.LAST_NAME, new FieldValue.Text(last));
        }
        Story story = new Story().begin(Story.add(Fields.of(known)));
        String name = story.lead().personName();

        story.then(
                new Command.JoinForm(
                        submission(
                                fields(
                                        "firstName",
                                        otherFirst,
                                        "lastName",
                                        otherLast,
                                        "email",
                                        "j@x.example",
                                        "phone",
                                        "+61412555123"),
                                false)));

        assertThat(story.lead().personName()).isEqualTo(name);
        assertThat(story.lead().fields().phone()).isNotNull();
    }

    @Test
    void an_email_is_the_same_behind_a_space_of_any_kind() {
        assertThat(likeness(fields("firstName", "Monique", "email", "monique@example.com\u00a0")))
                .isEqualTo(Likeness.JOINS);
    }

    @Test
    void the_same_phone_with_another_or_no_last_name_is_somebody_else() {
        assertThat(likeness(fields("lastName", "Li", "phone", "+61444444444")))
                .isEqualTo(Likeness.OTHER);
        assertThat(likeness(fields("firstName", "Monique", "phone", "+61444444444")))
                .isEqualTo(Likeness.OTHER);
    }

    @Test
    void nothing_in_common_is_somebody_else() {
        assertThat(
                        likeness(
                                fields(
                                        "firstName",
                                        "Monique",
                                        "lastName",
                                        "Lee",
                                        "email",
                                        "lee@example.com")))
                .isEqualTo(Likeness.OTHER);
        assertThat(likeness(fields("lastName", "Lee", "phone", "+61444444445")))
                .isEqualTo(Likeness.OTHER);
    }

    @Test
    void blanks_agree() {
        assertThat(likeness(fields("lastName", "Lee", "email", "monique@example.com")))
                .isEqualTo(Likeness.JOINS);
        Lead noPhone =
                new Story()
                        .begin(Story.add(fields("lastName", "Lee", "email", "monique@example.com")))
                        .lead();
        assertThat(SamePerson.compare(Story.monique(), null, noPhone)).isEqualTo(Likeness.JOINS);
    }

    @Test
    void a_family_sharing_an_email_contradicts_by_its_first_names() {
        assertThat(
                        likeness(
                                fields(
                                        "firstName",
                                        "Tim",
                                        "lastName",
                                        "Lee",
                                        "email",
                                        "monique@example.com")))
                .isEqualTo(Likeness.CONTRADICTS);
    }

    @Test
    void another_phone_or_email_contradicts() {
        assertThat(likeness(fields("email", "monique@example.com", "phone", "+61444444445")))
                .isEqualTo(Likeness.CONTRADICTS);
        assertThat(
                        likeness(
                                fields(
                                        "lastName",
                                        "Lee",
                                        "phone",
                                        "+61444444444",
                                        "email",
                                        "other@example.com")))
                .isEqualTo(Likeness.CONTRADICTS);
    }

    @Test
    void another_last_name_does_not_contradict() {
        assertThat(
                        likeness(
                                fields(
                                        "firstName",
                                        "Monique",
                                        "lastName",
                                        "Leigh",
                                        "email",
                                        "monique@example.com")))
                .isEqualTo(Likeness.JOINS);
    }

    @Test
    void another_map_or_a_closed_lead_gives_a_second_lead_that_is_not_suspended() {
        assertThat(SamePerson.compare(Story.monique(), "slow", monique)).isEqualTo(Likeness.OTHER);
        assertThat(SamePerson.compare(Story.monique(), null, monique)).isEqualTo(Likeness.OTHER);
        Lead closed = Story.ofEnquiry().then(Story.to(Status.INVOICED)).lead();
        assertThat(SamePerson.compare(Story.monique(), "treat", closed)).isEqualTo(Likeness.OTHER);
    }

    @Test
    void spam_matches_nobody() {
        Lead spam =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(Story.monique(), true), Optional.empty()))
                        .lead();
        assertThat(SamePerson.compare(Story.monique(), "treat", spam)).isEqualTo(Likeness.OTHER);
        assertThat(judge(submission(Story.monique(), true), List.of(monique)))
                .isEqualTo(new Verdict.Begin(Optional.empty()));
    }

    @Test
    void a_submission_joins_before_it_contradicts() {
        Lead tim = Story.ofEnquiry().then(Story.edit("firstName", "Tim")).lead();
        Command.Submission submission = submission(Story.monique(), false);
        assertThat(judge(submission, List.of(tim, monique))).isEqualTo(new Verdict.Join(monique));
        assertThat(judge(submission, List.of(tim)))
                .isEqualTo(new Verdict.Begin(Optional.of(new Command.Resembled(tim.id(), "ava"))));
        assertThat(judge(submission, List.of())).isEqualTo(new Verdict.Begin(Optional.empty()));
    }

    @Test
    void a_form_without_a_map_means_the_default_map() {
        Command.Submission plain = Story.submission(SamplePractice.PLAIN, Story.monique());
        for (String map : List.of("slow", "of no practice")) {
            Practice practice = SamplePractice.withSettings(s -> s.defaultMapId = map);
            Lead entered = Story.of(practice).lead();
            assertThat(SamePerson.judge(practice, plain, List.of(entered)))
                    .isEqualTo(new Verdict.Join(entered));
        }
        Lead none = Story.ofMonique().lead();
        assertThat(SamePerson.judge(SamplePractice.PRACTICE, plain, List.of(none)))
                .isEqualTo(new Verdict.Join(none));
    }

    @Test
    void what_an_agent_adds_is_shown_as_a_duplicate_and_never_refused() {
        assertThat(SamePerson.sharesKey(Story.monique(), fields("email", "MONIQUE@example.com")))
                .isTrue();
        assertThat(
                        SamePerson.sharesKey(
                                Story.monique(),
                                fields("phone", "+61444444444", "lastName", "Lee")))
                .isTrue();
        assertThat(SamePerson.sharesKey(Story.monique(), fields("firstName", "Monique"))).isFalse();
        assertThat(SamePerson.sharesKey(fields("firstName", "A"), fields("firstName", "A")))
                .isFalse();
        Story.ofMonique();
    }

    private Likeness likeness(Fields submitted) {
        return SamePerson.compare(submitted, "treat", monique);
    }

    private static Verdict judge(Command.Submission submission, List<Lead> sharing) {
        return SamePerson.judge(SamplePractice.PRACTICE, submission, sharing);
    }
}
