package io.leadmap.application.form;

import io.leadmap.application.Practices;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.PracticeId;

import java.util.Optional;

/** Finds a form by its public id. */
public final class FindForm {

    private final Practices practices;

    public FindForm(Practices practices) {
        this.practices = practices;
    }

    /**
     * @param publicId {@code PRACTICE-FORMID}, from outside; empty if no such form is active
     */
    public Optional<HostedForm> find(String publicId) {
        int dash = publicId.indexOf('-');
        if (dash < 0 || !PracticeId.isValid(publicId.substring(0, dash))) {
            return Optional.empty();
        }
        return practices
                .find(new PracticeId(publicId.substring(0, dash)))
                .flatMap(practice ->
                        practice.form(publicId.substring(dash + 1))
                                .filter(Form::active)
                                .map(form -> new HostedForm(practice, form)));
    }
}
