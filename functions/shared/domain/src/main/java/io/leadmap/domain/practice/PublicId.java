package io.leadmap.domain.practice;

import java.util.Optional;

/**
 * What strangers call a practice's form or connection by: {@code PRACTICE-ID}. It carries the
 * practice, so that nothing needs to be looked up to know whose it is (architecture decision 6).
 *
 * @param id of the form or connection in its practice; may be of nothing that there is
 */
public record PublicId(PracticeId practice, String id) {

    /** Reads what came from outside; empty if no practice can be called so. */
    public static Optional<PublicId> find(String text) {
        int dash = text.indexOf('-');
        return dash < 0 || !PracticeId.isValid(text.substring(0, dash))
                ? Optional.empty()
                : Optional.of(
                        new PublicId(
                                new PracticeId(text.substring(0, dash)), text.substring(dash + 1)));
    }
}
