package io.leadmap.domain.decide;

import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Transfer;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/** Who owns a lead, hand-overs, and the lock of a linked lead (domain sections 3 and 9). */
final class OwnerRules {

    /** Whom to choose instead of a person who may own no leads. */
    static final String WHO = "Choose an active agent or administrator of the practice.";

    private OwnerRules() {}

    static Optional<Refusal> change(Chapter chapter, Command.ChangeOwner command) {
        Lead lead = chapter.lead();
        if (isLockedFor(chapter)) {
            return Optional.of(new Refusal.OwnerLocked());
        }
        if (Objects.equals(lead.owner(), command.owner())) {
            return Optional.empty();
        }
        Optional<Refusal> wrong = wrongOwner(chapter.practice(), "ownerId", command.owner());
        if (wrong.isEmpty()) {
            chapter.add(new OwnerEntry.OwnerChanged(lead.owner(), command.owner()));
        }
        return wrong;
    }

    /**
     * A form's owner rule gives a lead without an owner, or with one who has left, to somebody;
     * under the lock the history says that it did not.
     */
    static void giveTo(Chapter chapter, @Nullable String owner) {
        Lead lead = chapter.lead();
        if (owner == null
                || chapter.practice().shownOwner(lead.owner(), lead.status()) != null
                || wrongOwner(chapter.practice(), "ownerId", owner).isPresent()) {
            return;
        }
        chapter.add(
                isLocked(lead, chapter.settings())
                        ? new OwnerEntry.OwnerChangeRefused(owner)
                        : new OwnerEntry.OwnerChanged(lead.owner(), owner));
    }

    static Optional<Refusal> request(Chapter chapter, Command.RequestTransfer command) {
        Lead lead = chapter.lead();
        if (isLockedFor(chapter)) {
            return Optional.of(new Refusal.OwnerLocked());
        }
        Optional<Refusal> wrong = wrongOwner(chapter.practice(), "ownerId", command.to());
        if (wrong.isPresent()) {
            return wrong;
        }
        if (command.to().equals(lead.owner())) {
            return Optional.of(
                    new Refusal.Invalid(
                            "ownerId", "Choose somebody else: this person owns the lead already."));
        }
        Transfer pending = lead.ownership().transfer();
        if (pending != null && pending.to().equals(command.to())) {
            return Optional.empty();
        }
        if (pending != null) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.TRANSFER_PENDING,
                            "Another transfer is not answered yet; withdraw it first."));
        }
        chapter.add(new OwnerEntry.TransferRequested(command.to()));
        return Optional.empty();
    }

    /**
     * A deactivated person's transfer has ended for good; whoever decides something about the lead
     * next writes it down, so that it stays ended when the person is active again.
     */
    static void lapse(Chapter chapter) {
        Transfer pending = chapter.lead().ownership().transfer();
        if (pending != null && chapter.practice().pending(pending).isEmpty()) {
            chapter.add(new OwnerEntry.TransferWithdrawn(pending.to(), null, true));
        }
    }

    /** Accepts; also under the lock, because it was asked for before. */
    static Optional<Refusal> accept(Chapter chapter, Command.AcceptTransfer command) {
        @Nullable String before = chapter.lead().owner();
        return answer(
                chapter,
                command.note(),
                (to, note) -> new OwnerEntry.TransferAccepted(before, to, note));
    }

    static Optional<Refusal> decline(Chapter chapter, Command.DeclineTransfer command) {
        return answer(chapter, command.note(), OwnerEntry.TransferDeclined::new);
    }

    static Optional<Refusal> withdraw(Chapter chapter, Command.WithdrawTransfer command) {
        Transfer pending = chapter.lead().ownership().transfer();
        return pending == null || !pending.by().equals(chapter.actor().id())
                ? noTransfer("You have asked nobody to take this lead over.")
                : end(
                        chapter,
                        pending,
                        command.note(),
                        (to, note) -> new OwnerEntry.TransferWithdrawn(to, note, false));
    }

    /** Only the person who was asked answers. */
    private static Optional<Refusal> answer(Chapter chapter, @Nullable String note, Ending ending) {
        Transfer pending = chapter.lead().ownership().transfer();
        return pending == null || !pending.to().equals(chapter.actor().id())
                ? noTransfer("Nobody asked you to take this lead over.")
                : end(chapter, pending, note, ending);
    }

    private static Optional<Refusal> end(
            Chapter chapter, Transfer pending, @Nullable String note, Ending ending) {
        if (note != null && note.length() > Texts.COMMENT) {
            return Optional.of(new Refusal.Invalid("note", Texts.tooLong(Texts.COMMENT)));
        }
        chapter.add(ending.entry(pending.to(), note));
        return Optional.empty();
    }

    /** The entry that ends a transfer. */
    @FunctionalInterface
    private interface Ending {
        Entry entry(String to, @Nullable String note);
    }

    /**
     * Linked to an appointment that is neither cancelled nor unattended, a blank owner too (domain
     * section 9).
     */
    static boolean isLocked(Lead lead, Settings settings) {
        return settings.lockOwnerWhenLinked() && lead.pms().hasLiveAppointment();
    }

    /** A person who may own leads: active, and an agent or administrator. */
    static Optional<Refusal> wrongOwner(Practice practice, String field, @Nullable String owner) {
        if (owner == null) {
            return Optional.empty();
        }
        boolean fit =
                practice.activePerson(owner)
                        .filter(p ->
                                p.roles().contains(Role.AGENT)
                                        || p.roles().contains(Role.ADMINISTRATOR))
                        .isPresent();
        return fit ? Optional.empty() : Optional.of(new Refusal.Invalid(field, WHO));
    }

    private static boolean isLockedFor(Chapter chapter) {
        return isLocked(chapter.lead(), chapter.settings()) && !chapter.isByAdministrator();
    }

    private static Optional<Refusal> noTransfer(String message) {
        return Optional.of(new Refusal.Conflict(Refusal.Reason.NO_TRANSFER, message));
    }
}
