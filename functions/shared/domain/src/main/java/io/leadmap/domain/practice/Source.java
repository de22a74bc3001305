package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;

/** Where leads come from, chosen from the practice's list or added on the spot. */
public record Source(String id, String name) {

    public Source {
        name = Line.of(name);
    }
}
