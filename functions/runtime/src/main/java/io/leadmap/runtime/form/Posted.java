package io.leadmap.runtime.form;

import java.util.List;
import java.util.Map;

/** What a body was read as. */
public sealed interface Posted {

    /**
     * Names with the values that each was given, in their order.
     *
     * @param json sent as JSON, by a program: names that the form does not have are a mistake there
     */
    record Values(Map<String, List<String>> values, boolean json) implements Posted {
        public Values {
            values = Map.copyOf(values);
        }

        /** Without contents: they are a patient's. */
        @Override
        public String toString() {
            return "Values[" + values.size() + "]";
        }
    }

    /** Not what its content type says it is (400). */
    record Malformed(String why) implements Posted {}

    /** A content type, or a part, that no form takes (415). */
    record Unsupported(String why) implements Posted {}
}
