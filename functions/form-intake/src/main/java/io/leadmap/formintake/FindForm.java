package io.leadmap.formintake;

import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.PublicId;
import io.leadmap.ports.Practices;

import java.util.Optional;

/** Finds a form by its public id. */
public final class FindForm {

    private final Practices practices;

    public FindForm(Practices practices) {
        this.practices = practices;
    }

    /**
     * Finds an active form.
     *
     * @param publicId {@code PRACTICE-FORMID}, from outside; empty if no such form is active
     */
    public Optional<HostedForm> find(String publicId) {
        return PublicId.find(publicId).flatMap(this::find);
    }

    private Optional<HostedForm> find(PublicId publicId) {
        return practices
                .find(publicId.practice())
                .flatMap(practice ->
                        practice.form(publicId.id())
                                .filter(Form::active)
                                .map(form -> new HostedForm(practice, form)));
    }
}
