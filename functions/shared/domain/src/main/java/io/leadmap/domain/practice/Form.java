package io.leadmap.domain.practice;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * A web form (domain section 8).
 *
 * @param id unique in the practice; the public id is {@code PRACTICE-ID}
 * @param mapId the map that its leads enter, null for the practice's default
 * @param ownerId the person who gets its leads, null for nobody
 * @param confirmation shown after a submission unless {@code redirect} is set
 * @param origins the web origins that may post it by script
 * @param triggers fire once per submission
 */
public record Form(
        String id,
        String name,
        boolean active,
        List<FormField> fields,
        @Nullable String mapId,
        @Nullable String ownerId,
        @Nullable String sourceId,
        @Nullable String divisionId,
        String confirmation,
        @Nullable URI redirect,
        List<String> origins,
        @Nullable String consentWording,
        List<Trigger> triggers) {

    public Form {
        name = Line.of(name);
        confirmation = Prose.of(confirmation);
        consentWording = Prose.orNull(consentWording);
        fields = List.copyOf(fields);
        origins = List.copyOf(origins);
        triggers = List.copyOf(triggers);
    }

    /**
     * A field of the form, in its order.
     *
     * @param name a field name of domain section 8: {@code fullName}, {@code email}, {@code
     *     custom.KEY}, {@code message}
     * @param hiddenValue not null: not shown, always this value
     */
    public record FormField(
            String name,
            String label,
            String help,
            boolean required,
            @Nullable String hiddenValue) {

        public FormField {
            label = Line.of(label);
            help = Prose.of(help);
            hiddenValue = hiddenValue == null ? null : Prose.of(hiddenValue);
        }

        /**
         * The lead's field that this one writes, null for names that are not fields ({@code
         * fullName}, {@code message}).
         */
        public @Nullable FieldKey key() {
            return FieldKey.find(name).orElse(null);
        }
    }
}
