package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;

import java.util.function.Consumer;

/**
 * What tests need from the machine they run on. Where it is missing a test says so and is skipped;
 * with {@code -Dcontainers.required=true}, which is for machines that were given everything, it
 * fails.
 *
 * @param required whether something missing is a failure
 * @param say prints a line: Surefire tells nobody that a whole class was skipped, or why
 */
public record Needs(boolean required, Consumer<String> say) {

    /** As the run was told by its system property. */
    public static Needs ofThisRun() {
        return new Needs(Boolean.getBoolean("containers.required"), System.out::println);
    }

    /**
     * Ends the test unless the need is met.
     *
     * @param met whether it is
     * @param otherwise what to say if not, such as "no container engine here"
     */
    public void need(boolean met, String otherwise) {
        if (met) {
            return;
        }
        if (required) {
            assertThat(met).as(otherwise).isTrue();
        }
        say.accept("skipped: " + otherwise);
        Assumptions.assumeTrue(met, otherwise);
    }
}
