package io.leadmap.practice;

import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.practice.AddedLossReason;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;

/** Reasons for a loss that the practice added to those that every practice has. */
final class LossReasonDocument extends ListedDocument<AddedLossReason> {

    LossReasonDocument() {
        super("lossReasons", Practice::lossReasons, PracticeEdit::lossReasons, AddedLossReason::id);
    }

    @Override
    AddedLossReason read(StrictView f) {
        return new AddedLossReason(f.requiredText("id"), f.requiredText("label"));
    }

    @Override
    JsonObject write(AddedLossReason r) {
        return Json.object().put("id", r.id()).put("label", r.label());
    }

    @Override
    void check(Practice practice, AddedLossReason reason, String at, Faults faults) {
        if (LossReason.STANDARD.contains(reason.id())) {
            faults.add(at + ".id", "every practice has this reason already");
        }
    }
}
