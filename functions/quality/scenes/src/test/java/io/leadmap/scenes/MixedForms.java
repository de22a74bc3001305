package io.leadmap.scenes;

import io.leadmap.desk.DemoPractice;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Trigger;

import java.util.ArrayList;
import java.util.List;

/** The demonstration practice, with triggers of a test's own. */
final class MixedForms {

    private MixedForms() {}

    /** The triggers of the forms {@code enquiry} and {@code massage}. */
    static Practice with(List<Trigger> enquiry, List<Trigger> massage) {
        Practice p = DemoPractice.read();
        List<Form> forms = new ArrayList<>(p.forms());
        forms.set(0, with(forms.get(0), enquiry));
        forms.set(1, with(forms.get(1), massage));
        return p.edit().forms(forms).done();
    }

    private static Form with(Form f, List<Trigger> triggers) {
        return new Form(
                f.id(),
                f.name(),
                f.active(),
                f.fields(),
                f.mapId(),
                f.ownerId(),
                f.sourceId(),
                f.divisionId(),
                f.confirmation(),
                f.redirect(),
                f.origins(),
                f.consentWording(),
                triggers);
    }
}
