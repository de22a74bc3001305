package io.leadmap.domain.history;

import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What was told of a lead: what its record begins with, is taken over with, gets by a form and by
 * an edit (domain section 2).
 */
public sealed interface RecordEntry extends Entry {

    /** The first entry of every lead, with everything that was known. */
    record LeadCreated(
            Channel channel,
            Fields fields,
            String division,
            @Nullable String source,
            @Nullable String owner,
            Instant firstContact,
            Attribution utm)
            implements RecordEntry {

        /** Who has named the values follows from the entry, which does not keep it. */
        public LeadCreated {
            fields = Fields.of(fields.values());
        }
    }

    /**
     * An agent added a lead that the PMS had made (domain section 9): it is the agent's now, of
     * channel phone. What else the agent said stands in the entries after it.
     *
     * @param firstContact the earlier one of the two
     */
    record LeadTakenOver(Instant firstContact, Attribution utm) implements RecordEntry {}

    /**
     * A submission of a form. What it changed stands in the entries after it.
     *
     * @param message free text, null if none
     */
    record FormReceived(
            String formId, Attribution utm, @Nullable Consent consent, @Nullable String message)
            implements RecordEntry {}

    /** One field edited; null is blank. Division and source are given as their ids. */
    record FieldChanged(FieldKey field, @Nullable FieldValue from, @Nullable FieldValue to)
            implements RecordEntry {}
}
