package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.text.Beginnings;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.NameIndex.Place;
import io.leadmap.ports.SortableTime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How names stand in sort keys. A text becomes a chain of tags, one for each of its characters: 12
 * bits of an HMAC of the text up to there, under a key of the practice's. So a beginning of the
 * text becomes a beginning of the chain, and nobody reads the text from it. Tags of different texts
 * may be the same; whoever finds something looks at the name.
 */
final class NameItems {

    /** Characters that are told apart; longer texts that begin alike are found together. */
    static final int LENGTH = 16;

    private static final int TAG = 2;

    private final PracticeKeys keys;

    NameItems(PracticeKeys keys) {
        this.keys = keys;
    }

    /** The sort keys under which a lead stands, in the order of what they stand for. */
    Set<String> of(PracticeId practice, Row row) {
        String behind = "#" + SortableTime.of(row.dates().created()) + "#" + row.id();
        return Beginnings.of(List.of(row.name(), row.personName())).stream()
                .map(text -> chain(practice, text) + behind)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The chain of a text, or of a beginning of it. */
    String chain(PracticeId practice, String text) {
        StringBuilder chain = new StringBuilder();
        int end = 0;
        for (int i = 0; i < LENGTH && end < text.length(); i++) {
            end = text.offsetByCodePoints(end, 1);
            String tag = Seal.name(keys.hmac(practice, "name", text.substring(0, end)));
            chain.append(tag, 0, TAG);
        }
        return chain.toString();
    }

    /** The lead that a sort key names. */
    static Place read(String sk) {
        String[] parts = sk.split("#", 3);
        return new Place(new LeadId(parts[2]), SortableTime.read(parts[1]));
    }
}
