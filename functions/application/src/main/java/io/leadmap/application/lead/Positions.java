package io.leadmap.application.lead;

import io.leadmap.application.LeadSheet.Position;
import io.leadmap.domain.lead.LeadId;

import java.time.Instant;

/**
 * Positions within the sheet as text. They come back only signed, so that what is read was written
 * here.
 */
final class Positions {

    private static final String OFFSET = "offset ";

    private Positions() {}

    static String write(Position position) {
        return position.at() + " " + position.lead();
    }

    static Position read(String text) {
        int space = text.indexOf(' ');
        return new Position(
                Instant.parse(text.substring(0, space)), new LeadId(text.substring(space + 1)));
    }

    static String writeOffset(int offset) {
        return OFFSET + offset;
    }

    static int readOffset(String text) {
        return Integer.parseInt(text.substring(OFFSET.length()));
    }
}
