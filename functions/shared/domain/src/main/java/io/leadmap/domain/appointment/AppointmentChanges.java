package io.leadmap.domain.appointment;

import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.history.PmsEntry.AppointmentChanged.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds what happened to an appointment by comparing two snapshots of it (domain section 9). */
public final class AppointmentChanges {

    private AppointmentChanges() {}

    /** The kinds of change, the state's first. */
    public static List<Kind> between(Appointment before, Appointment now) {
        List<Kind> kinds = new ArrayList<>();
        if (before.state() != now.state()) {
            ofState(before, now, kinds);
        }
        if (!before.startsAt().equals(now.startsAt())
                || !Objects.equals(before.endsAt(), now.endsAt())) {
            kinds.add(Kind.RESCHEDULED);
        }
        ofInvoice(before.invoice(), now.invoice(), kinds);
        return kinds;
    }

    /** Tells whether two snapshots say the same of what is shown, whatever their versions. */
    public static boolean sameToSee(Appointment before, Appointment now) {
        return between(before, now).isEmpty()
                && before.state() == now.state()
                && Objects.equals(before.divisionId(), now.divisionId())
                && Objects.equals(before.invoice(), now.invoice());
    }

    private static void ofState(Appointment before, Appointment now, List<Kind> kinds) {
        switch (now.state()) {
            case BOOKED -> {
                if (!before.state().isLive()) {
                    kinds.add(Kind.REINSTATED);
                }
            }
            case ARRIVED -> kinds.add(Kind.ARRIVED);
            case COMPLETED -> kinds.add(Kind.COMPLETED);
            case CANCELLED -> kinds.add(Kind.CANCELLED);
            case DID_NOT_ARRIVE -> kinds.add(Kind.DID_NOT_ARRIVE);
            case DELETED -> kinds.add(Kind.DELETED);
        }
    }

    private static void ofInvoice(
            @Nullable Invoice before, @Nullable Invoice now, List<Kind> kinds) {
        if (now == null) {
            if (before != null) {
                kinds.add(Kind.INVOICE_VOIDED);
            }
        } else if (before == null
                || !before.id().equals(now.id())
                || !before.at().equals(now.at())) {
            kinds.add(Kind.INVOICED);
        }
    }
}
