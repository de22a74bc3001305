package io.leadmap.practice;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.text.Words;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;

import java.util.ArrayList;
import java.util.List;

/** Lead sources, which agents add on the spot, too. */
final class SourceDocument extends ListedDocument<Source> {

    SourceDocument() {
        super("sources", Practice::sources, PracticeEdit::sources, Source::id);
    }

    @Override
    Source read(StrictView f) {
        return new Source(Ids.read(f), f.requiredText("name"));
    }

    @Override
    JsonObject write(Source s) {
        return Json.object().put("id", s.id()).put("name", s.name());
    }

    @Override
    void check(Practice practice, Faults faults) {
        super.check(practice, faults);
        faults.unique(name(), practice.sources(), s -> Words.comparisonForm(s.name()));
    }

    /** All stay, because leads refer to them. */
    @Override
    List<Source> succeed(List<Source> stored, List<Source> wanted, long version) {
        List<Source> all = new ArrayList<>(wanted);
        all.addAll(leftOut(stored, wanted));
        return all;
    }
}
