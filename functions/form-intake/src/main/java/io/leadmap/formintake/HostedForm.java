package io.leadmap.formintake;

import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Practice;

import java.util.List;
import java.util.stream.Stream;

/**
 * A form that the public may see and submit.
 *
 * @param practice the configuration that it belongs to
 */
record HostedForm(Practice practice, Form form) {

    /** {@code PRACTICE-FORMID}, as it stands in addresses. */
    String publicId() {
        return practice.id() + "-" + form.id();
    }

    /** The fields that people see, in their order. */
    List<Form.FormField> shown() {
        return form.fields().stream().filter(f -> f.hiddenValue() == null).toList();
    }

    /** Tells whether people are asked for this field. */
    boolean hasField(String name) {
        return shown().stream().anyMatch(f -> f.name().equals(name));
    }

    /**
     * Tells whether a web origin may post this form: one of the form's, or the site that the hosted
     * page is on.
     *
     * @param origin the request's, as it stands
     * @param host the host, with its port if it has one, that the request came to
     */
    boolean allows(String origin, String host) {
        return form.origins().contains(origin) || isSite(origin, host);
    }

    private static boolean isSite(String origin, String host) {
        return !host.isBlank()
                && Stream.of("https://", "http://")
                        .anyMatch(scheme -> origin.equalsIgnoreCase(scheme + host));
    }
}
