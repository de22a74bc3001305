package io.leadmap.domain.decide;

import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Practice;

import java.util.Optional;

/** What a form's submission does (domain sections 2, 4 and 8). */
final class FormRules {

    private FormRules() {}

    /**
     * Begins a lead: suspected spam and a resembling lead suspend it, nothing refuses it but wrong
     * input.
     */
    static Optional<Refusal> begin(Chapter chapter, Command.BeginByForm command) {
        Practice practice = chapter.practice();
        Command.Submission submission = command.submission();
        Optional<Form> active = practice.form(submission.formId()).filter(Form::active);
        if (active.isEmpty()) {
            return Optional.of(new Refusal.Unknown("form"));
        }
        FieldRules.Checked checked =
                FieldRules.readNew(practice, submission.fields(), chapter.at());
        Optional<Refusal> wrong = checked.refusal().or(() -> tooLong(submission));
        if (wrong.isPresent()) {
            return wrong;
        }
        Form form = active.get();
        chapter.add(created(chapter, form, submission, checked));
        received(chapter, submission);
        SuppressionRules.consented(chapter, submission);
        if (submission.suspectedSpam()) {
            SuspensionRules.suspend(chapter, SuspensionCause.SPAM);
        } else {
            command.resembles().ifPresent(other -> suspectDuplicate(chapter, other));
        }
        SuspensionRules.refresh(chapter);
        BeginningRules.mapOf(practice, form.mapId()).ifPresent(map -> MapRules.enter(chapter, map));
        TriggerRules.received(chapter, form);
        return Optional.empty();
    }

    /** Joins an open lead: fills blanks, never overwrites, and tells the owner. */
    static Optional<Refusal> join(Chapter chapter, Command.JoinForm command) {
        Command.Submission submission = command.submission();
        if (submission.suspectedSpam()) {
            throw new IllegalArgumentException("suspected spam joins nobody");
        }
        Optional<Form> active = chapter.practice().form(submission.formId()).filter(Form::active);
        if (active.isEmpty()) {
            return Optional.of(new Refusal.Unknown("form"));
        }
        if (chapter.lead().status().isClosed()) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.LEAD_CLOSED,
                            "The lead is closed; the submission begins another one."));
        }
        FieldRules.Checked checked =
                FieldRules.read(chapter.practice(), submission.fields(), chapter.at());
        Optional<Refusal> wrong = checked.refusal().or(() -> tooLong(submission));
        if (wrong.isPresent()) {
            return wrong;
        }
        Form form = active.get();
        received(chapter, submission);
        SuppressionRules.consented(chapter, submission);
        FieldRules.fillBlanks(chapter, checked.fields());
        if (chapter.lead().origin().source() == null && form.sourceId() != null) {
            FieldRules.set(chapter, FieldKey.SOURCE, new FieldValue.Text(form.sourceId()));
        }
        SuspensionRules.refresh(chapter);
        if (!SuspensionRules.holdsEverything(chapter.lead())) {
            OwnerRules.giveTo(chapter, form.ownerId());
            NoticeRules.tellOwner(chapter);
        }
        TriggerRules.received(chapter, form);
        return Optional.empty();
    }

    private static RecordEntry.LeadCreated created(
            Chapter chapter, Form form, Command.Submission submission, FieldRules.Checked checked) {
        Practice practice = chapter.practice();
        boolean owned =
                form.ownerId() != null
                        && OwnerRules.wrongOwner(practice, "ownerId", form.ownerId()).isEmpty();
        return new RecordEntry.LeadCreated(
                Channel.FORM,
                checked.fields(),
                practice.division(form.divisionId()).orElse(practice.rootDivision()).id(),
                form.sourceId(),
                owned ? form.ownerId() : null,
                chapter.at(),
                submission.utm());
    }

    private static void received(Chapter chapter, Command.Submission submission) {
        chapter.add(
                new RecordEntry.FormReceived(
                        submission.formId(),
                        submission.utm(),
                        submission.consent(),
                        submission.message()));
    }

    private static void suspectDuplicate(Chapter chapter, Command.Resembled other) {
        chapter.add(new SuspensionEntry.DuplicateSuspected(other.lead()));
        SuspensionRules.suspend(chapter, SuspensionCause.DUPLICATE);
        NoticeRules.tellOfDuplicate(chapter, other);
    }

    private static Optional<Refusal> tooLong(Command.Submission submission) {
        String message = submission.message();
        return message != null && message.length() > Command.Submission.LONGEST_MESSAGE
                ? Optional.of(
                        new Refusal.Invalid(
                                "message", Texts.tooLong(Command.Submission.LONGEST_MESSAGE)))
                : Optional.empty();
    }
}
