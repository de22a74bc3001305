package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;

/** A reason for a loss that an administrator added to the standard ones. */
public record AddedLossReason(String id, String label) {

    public AddedLossReason {
        label = Line.of(label);
    }
}
