package io.leadmap.formintake;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent, values as they came in bytes, until it is known in which encoding: browsers name
 * the page's in a field {@code _charset_} (HTML, section 4.10.22.5), which may come last.
 */
final class SentFields {

    /** More than this no page has; a body that has more is no form. */
    private static final int MOST = 1_000;

    private static final String CHARSET = "_charset_";

    private final List<Sent> fields = new ArrayList<>();
    private Optional<Charset> charset;

    /**
     * @param declared by the request's header
     */
    SentFields(Optional<Charset> declared) {
        charset = declared;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(String name, byte[] value, Optional<Charset> declared) {}

    /**
     * Adds a field.
     *
     * @param declared by the field itself
     */
    void add(String name, byte[] value, Optional<Charset> declared) {
        if (isFull()) {
            return;
        }
        fields.add(new Sent(name, value, declared));
        if (name.equals(CHARSET)) {
            charset = SentText.charset(SentText.decode(value, Optional.empty())).or(() -> charset);
        }
    }

    /** Tells whether there is more than a form has. */
    boolean isFull() {
        return fields.size() > MOST;
    }

    /** What was sent, unless it is more than a form has. */
    Posted posted() {
        return isFull()
                ? refused(Posted.Reason.MALFORMED, "A form has at most " + MOST + " values.")
                : new Posted.Values(values(), false);
    }

    Posted refused(Posted.Reason reason, String why) {
        return new Posted.Refused(reason, why, values());
    }

    private Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Sent sent : fields) {
            values.computeIfAbsent(sent.name(), n -> new ArrayList<>())
                    .add(SentText.decode(sent.value(), sent.declared().or(() -> charset)));
        }
        return values;
    }
}
