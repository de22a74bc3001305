package io.leadmap.template;

import java.util.List;

/**
 * Which outcomes of mails SES reports, and to which bus.
 *
 * @param configurationSet the mails it speaks of
 * @param bus name of the bus
 * @param types {@code DELIVERY}, {@code BOUNCE} and so on
 */
public record MailOutcomes(String configurationSet, String bus, List<String> types) {
    /** Copies what it is given. */
    public MailOutcomes {
        types = List.copyOf(types);
    }
}
