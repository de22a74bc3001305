package io.leadmap.practice;

import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;

import java.util.List;

/** The tree of divisions. */
final class DivisionDocument extends ListedDocument<Division> {

    DivisionDocument() {
        super("divisions", Practice::divisions, PracticeEdit::divisions, Division::id);
    }

    @Override
    Division read(StrictView f) {
        return new Division(Ids.read(f), f.requiredText("name"), f.text("parent"));
    }

    @Override
    JsonObject write(Division d) {
        return Json.object().put("id", d.id()).put("name", d.name()).put("parent", d.parent());
    }

    @Override
    void check(Practice practice, Faults faults) {
        List<Division> roots =
                practice.divisions().stream().filter(d -> d.parent() == null).toList();
        if (roots.size() == 1) {
            super.check(practice, faults);
        } else {
            faults.unique(name(), practice.divisions(), Division::id);
            faults.add(name(), "exactly one division has no parent");
        }
    }

    @Override
    void check(Practice practice, Division division, String at, Faults faults) {
        faults.known(at + ".parent", division.parent(), practice::division);
        if (!practice.isInOrUnder(division.id(), practice.rootDivision().id())) {
            faults.add(at + ".parent", "does not lead to the root");
        }
    }
}
