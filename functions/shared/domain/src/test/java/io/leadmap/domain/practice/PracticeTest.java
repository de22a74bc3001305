package io.leadmap.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.lead.Status;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is with the practice, and whose name a lead shows (domain section 3). */
class PracticeTest {

    private static final Practice PRACTICE = SamplePractice.PRACTICE;

    @ParameterizedTest
    @EnumSource(Status.class)
    void a_deactivated_persons_open_leads_show_as_unassigned(Status status) {
        assertThat(PRACTICE.shownOwner("ava", status)).isEqualTo("ava");
        assertThat(PRACTICE.shownOwner(null, status)).isNull();
        assertThat(PRACTICE.shownOwner("gone", status))
                .isEqualTo(status.isClosed() ? "gone" : null);
    }
}
