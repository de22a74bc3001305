package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.Life.Chapter;
import io.leadmap.domain.decide.Life.Step;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings.DeadLeads;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds in every life of a lead, whatever comes (architecture decision 2). */
class LifeProperties {

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void folding_any_history_gives_the_stored_lead(@ForAll("lives") Life life) {
        Lead stored = null;
        for (Chapter chapter : life.chapters()) {
            Lead after = chapter.decision().after();
            if (stored != null) {
                assertThat(stored.apply(chapter.decision().commit())).isEqualTo(after);
            }
            stored = after;
        }
        if (stored != null) {
            assertThat(Lead.fold(SamplePractice.ID, Story.ID, life.history())).isEqualTo(stored);
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void entries_are_numbered_without_a_gap_and_time_never_runs_backwards(
            @ForAll("lives") Life life) {
        long next = 1;
        long version = 0;
        Lead before = null;
        for (Chapter chapter : life.chapters()) {
            Lead after = chapter.decision().after();
            assertThat(chapter.decision().commit().firstSeq()).isEqualTo(next);
            next = chapter.decision().commit().lastSeq() + 1;
            assertThat(after.revision().seq()).isEqualTo(next - 1);
            boolean visible =
                    chapter.decision().commit().entries().stream().anyMatch(Entry::isVisible);
            assertThat(after.revision().version()).isEqualTo(visible ? version + 1 : version);
            version = after.revision().version();
            assertThat(before == null || !after.revision().at().isBefore(before.revision().at()))
                    .isTrue();
            before = after;
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void no_sequence_of_commands_leaves_dates_that_contradict_the_status(
            @ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead lead = chapter.decision().after();
            Status standing = lead.stage().standing();
            boolean wasBooked = standing == Status.BOOKED || standing == Status.INVOICED;
            assertThat(!wasBooked || lead.dates().booked() != null)
                    .as("booked has its date")
                    .isTrue();
            assertThat(lead.dates().invoiced() != null)
                    .as("invoiced has its date, and nobody else")
                    .isEqualTo(standing == Status.INVOICED);
            assertThat(lead.dates().cancelled() != null).isEqualTo(standing == Status.CANCELLED);
            assertThat(lead.dates().lost() != null).isEqualTo(standing == Status.LOST);
            assertThat(lead.stage().invalidFrom() != null)
                    .isEqualTo(lead.status() == Status.INVALID);
            assertThat(standing).isNotEqualTo(Status.INVALID);
            assertThat(lead.stage().lossReason() != null)
                    .as("lost has a reason, and nobody else")
                    .isEqualTo(lead.status() == Status.LOST);
            assertThat(!lead.stage().lostBySweep() || lead.status() == Status.LOST).isTrue();
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void the_first_booking_of_an_appointment_never_changes(@ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead before = chapter.before();
            if (before != null
                    && before.dates().booked() != null
                    && !before.dates().bookedByHand()) {
                assertThat(chapter.decision().after().dates().booked())
                        .isEqualTo(before.dates().booked());
            }
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void becoming_invalid_changes_no_date(@ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead before = chapter.before();
            boolean became =
                    entries(chapter, StatusEntry.StatusChanged.class).stream()
                            .anyMatch(moved -> moved.to() == Status.INVALID);
            if (before != null && became) {
                assertThat(chapter.decision().after().dates()).isEqualTo(before.dates());
            }
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void a_date_that_an_appointment_gave_follows_its_start(@ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead before = chapter.before();
            Lead after = chapter.decision().after();
            if (before == null
                    || before.pms().appointment() == null
                    || after.pms().appointment() == null) {
                continue;
            }
            boolean fromIt =
                    before.pms().appointment().startsAt().equals(before.dates().invoiced())
                            && !before.dates().invoicedByHand();
            if (fromIt
                    && before.pms().appointment().isSameAs(after.pms().appointment())
                    && after.stage().standing() == Status.INVOICED) {
                assertThat(after.dates().invoiced())
                        .isEqualTo(after.pms().appointment().startsAt());
            }
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void every_move_keeps_the_rules_of_moves(@ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            for (StatusEntry.StatusChanged moved :
                    entries(chapter, StatusEntry.StatusChanged.class)) {
                boolean byPerson = chapter.actor().kind() == Actor.Kind.AGENT;
                boolean leavesInvoiced =
                        moved.from() == Status.INVOICED && moved.to() != Status.INVOICED;
                assertThat(!leavesInvoiced || !byPerson || chapter.actor().is(Role.ADMINISTRATOR))
                        .as("only administrators leave INVOICED")
                        .isTrue();
                assertThat(!moved.bySweep() || moved.from() == Status.CREATED)
                        .as("contacted and later are never swept")
                        .isTrue();
                assertThat(!LossReason.OTHER.equals(moved.lossReason()) || moved.comment() != null)
                        .isTrue();
            }
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void under_the_lock_only_an_administrator_changes_the_owner(@ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead before = chapter.before();
            if (before == null || !OwnerRules.isLocked(before, life.practice().settings())) {
                continue;
            }
            if (chapter.command() instanceof Command.TakeOver) {
                assertThat(before.owner()).as("nobody's before").isNull();
                continue;
            }
            boolean changed =
                    !entries(chapter, OwnerEntry.OwnerChanged.class).isEmpty()
                            || !entries(chapter, OwnerEntry.TransferRequested.class).isEmpty();
            assertThat(!changed || chapter.actor().is(Role.ADMINISTRATOR)).isTrue();
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void suspension_follows_completeness_and_holds_what_goes_to_the_lead(
            @ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead lead = chapter.decision().after();
            assertThat(lead.suspension().isFor(SuspensionCause.INCOMPLETE))
                    .isEqualTo(!lead.isComplete());
            boolean suspended = !lead.suspension().causes().isEmpty();
            assertThat(lead.drips().live())
                    .allMatch(run ->
                            run.state()
                                    == (suspended ? DripRun.State.PAUSED : DripRun.State.ACTIVE));
            assertThat(suspended || lead.suspension().held().isEmpty())
                    .as("nothing is held for nothing")
                    .isTrue();
            assertThat(suspended && !automatic(chapter).isEmpty()).isFalse();
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void nobody_is_mailed_automatically_who_is_closed_unsubscribed_or_blocked(
            @ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead lead = chapter.decision().after();
            boolean forbidden = lead.status().isClosed() || chapter.address().block().isPresent();
            boolean left = forbidden || !chapter.address().isSubscribed();
            assertThat(forbidden && !automatic(chapter).isEmpty()).isFalse();
            assertThat(left && automatic(chapter).stream().anyMatch(m -> m.kind().isMarketing()))
                    .isFalse();
            assertThat(left && !lead.drips().live().isEmpty()).as("no drip goes on").isFalse();
            assertThat(lead.status().isClosed() && !lead.suspension().held().isEmpty()).isFalse();
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void every_queued_mail_is_in_the_history_and_every_skipped_one_in_the_ledger(
            @ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            assertThat(entries(chapter, MailEntry.EmailQueued.class))
                    .extracting(MailEntry.EmailQueued::emailId)
                    .containsExactlyElementsOf(
                            chapter.decision().mails().stream()
                                    .filter(m -> m.kind() != Email.Kind.NOTICE)
                                    .map(Email::id)
                                    .toList());
            assertThat(chapter.decision().mails()).hasSizeLessThanOrEqualTo(25);
            assertThat(chapter.decision().settlements())
                    .extracting(Decision.Settlement::emailId)
                    .containsAll(
                            entries(chapter, MailEntry.EmailSkipped.class).stream()
                                    .map(MailEntry.EmailSkipped::emailId)
                                    .toList());
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void status_and_map_are_closed_together(@ForAll("lives") Life life) {
        for (Chapter chapter : life.chapters()) {
            Lead lead = chapter.decision().after();
            if (lead.map() == null) {
                continue;
            }
            boolean open = Objects.requireNonNull(lead.map()).isOpen();
            if (lead.status() == Status.LOST) {
                continue; // may be in a follow-up map
            }
            assertThat(open).isEqualTo(!lead.status().isClosed());
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void providers_write_notes_and_nothing_else(@ForAll("lives") Life life) {
        assertThat(
                        life.chapters().stream()
                                .filter(c -> c.actor().equals(Story.RUTH))
                                .flatMap(c -> c.decision().commit().entries().stream()))
                .allMatch(ContactEntry.NoteAdded.class::isInstance);
    }

    @Tag("statistics") // says something of these lives, not of a rule: no mutation is its business
    @Property(tries = 1, seed = "20260227")
    void these_lives_see_every_kind_of_entry(@ForAll("manyLives") List<Life> lives) {
        Set<EntryType> seen =
                lives.stream()
                        .flatMap(life -> life.history().stream())
                        .flatMap(commit -> commit.entries().stream())
                        .map(Entry::type)
                        .collect(Collectors.toSet());
        assertThat(seen).contains(EntryType.values());
    }

    @Provide
    Arbitrary<List<Life>> manyLives() {
        return lives().list().ofSize(400);
    }

    @Provide
    Arbitrary<Life> lives() {
        return anyLives();
    }

    /** Lives in two practices, of up to 60 steps. */
    static Arbitrary<Life> anyLives() {
        Arbitrary<Step> step =
                Combinators.combine(
                                Arbitraries.integers()
                                        .between(0, 251)
                                        .withDistribution(RandomDistribution.uniform()),
                                Arbitraries.integers().between(0, 11),
                                Arbitraries.integers()
                                        .between(0, 71)
                                        .withDistribution(RandomDistribution.uniform()),
                                Arbitraries.of(0, 0, 1, 5, 24, 80))
                        .as(Step::new);
        Arbitrary<Practice> practice =
                Arbitraries.of(
                        SamplePractice.PRACTICE,
                        SamplePractice.withSettings(s -> {
                            s.deadLeads = DeadLeads.PROPOSE;
                            s.dripsStopOnBooked = false;
                            s.lockOwnerWhenLinked = false;
                        }));
        return Combinators.combine(
                        practice,
                        step.list()
                                .ofMinSize(1)
                                .ofMaxSize(60)
                                .withSizeDistribution(RandomDistribution.uniform()))
                .as((p, steps) -> new Life(p).live(steps));
    }

    private static List<Email> automatic(Chapter chapter) {
        return chapter.decision().mails().stream().filter(m -> m.kind().isAutomatic()).toList();
    }

    private static <E extends Entry> List<E> entries(Chapter chapter, Class<E> type) {
        Stream<Entry> all = chapter.decision().commit().entries().stream();
        return all.filter(type::isInstance).map(type::cast).toList();
    }
}
