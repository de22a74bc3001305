package io.leadmap.application.lead;

import io.leadmap.domain.history.Entry;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that the API gives to entries of the history. */
public final class EntryNames {

    /** Every type of entry. */
    public static final Set<String> TYPES =
            Stream.of(Entry.class.getPermittedSubclasses())
                    .map(EntryNames::name)
                    .collect(Collectors.toUnmodifiableSet());

    private EntryNames() {}

    /** The type of an entry, for example {@code statusChanged}. */
    public static String type(Entry entry) {
        return name(entry.getClass());
    }

    private static String name(Class<?> entry) {
        String name = entry.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** What an entry changed, by the name of the field or command. */
    static String changed(Entry entry) {
        return switch (entry) {
            case Entry.FieldChanged(var field, var from, var to) -> field.value();
            case Entry.StatusChanged e -> "status";
            case Entry.DateStamped e -> "status";
            case Entry.OwnerChanged e -> "owner";
            case Entry.TransferRequested e -> "transfer";
            case Entry.TransferAccepted e -> "owner";
            case Entry.TransferDeclined e -> "transfer";
            case Entry.TransferWithdrawn e -> "transfer";
            case Entry.CallLogged e -> "calls";
            case Entry.NoteAdded e -> "notes";
            case Entry.EmailQueued e -> "emails";
            case Entry.DripEnrolled e -> "drips";
            case Entry.DripAdvanced e -> "drips";
            case Entry.DripPaused e -> "drips";
            case Entry.DripResumed e -> "drips";
            case Entry.DripStopped e -> "drips";
            case Entry.DripFinished e -> "drips";
            case Entry.MapEntered e -> "map";
            case Entry.MapClosed e -> "map";
            case Entry.MapReopened e -> "map";
            case Entry.TrackOpened e -> "steps";
            case Entry.TrackReady e -> "steps";
            case Entry.TrackClosed e -> "steps";
            case Entry.TrackReopened e -> "steps";
            case Entry.StepCompleted e -> "steps";
            case Entry.StepCleared e -> "steps";
            default -> type(entry);
        };
    }
}
