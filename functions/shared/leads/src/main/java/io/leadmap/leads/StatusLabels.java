package io.leadmap.leads;

import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Settings.Vocabulary;

/** The words for statuses in a practice's vocabulary (domain section 3). */
public final class StatusLabels {

    private StatusLabels() {}

    /** The word for a status that people of the practice read. */
    public static String label(Status status, Vocabulary vocabulary) {
        return switch (vocabulary) {
            case LEADMAP -> plain(status);
            case BOS ->
                    status == Status.CREATED || status == Status.CONTACTED ? "Lead" : plain(status);
            case PROCEDURE ->
                    switch (status) {
                        case BOOKED -> "Scheduled";
                        case LOST -> "Dead";
                        default -> plain(status);
                    };
        };
    }

    private static String plain(Status status) {
        return switch (status) {
            case CREATED -> "Created";
            case CONTACTED -> "Contacted";
            case BOOKED -> "Booked";
            case CANCELLED -> "Cancelled";
            case INVOICED -> "Invoiced";
            case LOST -> "Lost";
            case INVALID -> "Invalid";
        };
    }
}
