package io.leadmap.formintake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a body was read as. Also what is refused shows what could be read of it. */
sealed interface Posted {

    /** Names with the values that each was given, in their order. */
    Map<String, List<String>> values();

    /**
     * All of it could be read.
     *
     * @param json sent as JSON, by a program: names that the form does not have are a mistake there
     */
    record Values(Map<String, List<String>> values, boolean json) implements Posted {
        public Values {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** Without contents: they are a patient's. */
        @Override
        public String toString() {
            return "Values[" + values.size() + "]";
        }
    }

    /**
     * It cannot be taken.
     *
     * @param why what to do about it, for programs
     */
    record Refused(Reason reason, String why, Map<String, List<String>> values) implements Posted {
        public Refused {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** Without contents: they are a patient's. */
        @Override
        public String toString() {
            return "Refused[" + reason + "]";
        }
    }

    /** Why a body is refused. */
    enum Reason {
        /** Not what its content type says it is (400). */
        MALFORMED,
        /** More bytes than forms have (413). */
        TOO_LARGE,
        /** A content type, or a part, that no form takes (415). */
        UNSUPPORTED
    }
}
