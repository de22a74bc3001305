package io.leadmap.domain.decide;

import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.macro.PlaceholderValues;
import io.leadmap.domain.macro.Placeholders;

import java.util.Optional;

/** Calls and notes (domain sections 3 and 5). */
final class ContactRules {

    private ContactRules() {}

    /**
     * Logs a call. All but a reached one are attempts; a reached one moves CREATED to CONTACTED.
     */
    static Optional<Refusal> call(Chapter chapter, Command.LogCall command) {
        String note = command.note();
        if (note != null && note.length() > Texts.COMMENT) {
            return Optional.of(new Refusal.Invalid("note", Texts.tooLong(Texts.COMMENT)));
        }
        chapter.add(new ContactEntry.CallLogged(command.outcome(), note));
        if (command.outcome() == Outcome.REACHED && chapter.lead().status() == Status.CREATED) {
            StatusRules.automatically(chapter, Status.CONTACTED);
        }
        return Optional.empty();
    }

    /** Adds a note with its placeholders resolved. */
    static Optional<Refusal> note(Chapter chapter, Command.AddNote command) {
        if (command.html().isEmpty()) {
            return Optional.of(new Refusal.Invalid("html", "Write the note."));
        }
        if (command.html().length() > Texts.NOTE) {
            return Optional.of(new Refusal.Invalid("html", Texts.tooLong(Texts.NOTE)));
        }
        if (command.macroId() != null && chapter.practice().macro(command.macroId()).isEmpty()) {
            return Optional.of(
                    new Refusal.Invalid("macroId", "Choose one of the practice's macros."));
        }
        Placeholders.Rendered rendered =
                Placeholders.render(
                        command.html(),
                        Placeholders.Form.HTML,
                        PlaceholderValues.of(chapter.practice(), chapter.lead(), chapter.at()));
        if (!rendered.unknown().isEmpty()) {
            return Optional.of(new Refusal.Invalid("html", MailRules.unknown(rendered.unknown())));
        }
        chapter.add(new ContactEntry.NoteAdded(rendered.text(), command.macroId()));
        return Optional.empty();
    }
}
