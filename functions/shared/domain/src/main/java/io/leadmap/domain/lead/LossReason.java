package io.leadmap.domain.lead;

import java.util.Set;

/**
 * Why a lead was lost (domain section 3).
 *
 * @param id one of {@link #STANDARD} or the id of a reason that the practice added
 */
public record LossReason(String id) {

    /** The reason that the dead-lead sweep gives. */
    public static final LossReason NO_CONTACT = new LossReason("noContact");

    /** The reason that needs a comment. */
    public static final LossReason OTHER = new LossReason("other");

    /** The reasons that every practice has. */
    public static final Set<String> STANDARD =
            Set.of(
                    "invalidPhoneNumber",
                    "customerAvailability",
                    "highConsultationFees",
                    "procedureNotPerformed",
                    "foundAnotherProvider",
                    "insuranceIssues",
                    "priceShopping",
                    "notInterested",
                    "noContact",
                    "other");
}
