package io.leadmap.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadmap.domain.practice.DripCampaign.DripMail;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a campaign sends next, and what it remembers of its edits (domain section 6). */
class DripCampaignTest {

    @Test
    void the_next_mail_stands_behind_the_last_one_that_was_decided() {
        DripCampaign campaign = campaign("a", "b", "c");
        assertThat(next(campaign, Set.of())).isEqualTo("a");
        assertThat(next(campaign, Set.of("a"))).isEqualTo("b");
        assertThat(next(campaign, Set.of("b"))).as("what was added before it").isEqualTo("c");
        assertThat(next(campaign, Set.of("gone"))).as("all that it had is gone").isEqualTo("a");
        assertThat(next(campaign, Set.of("a", "gone"))).isEqualTo("b");
        assertThat(next(campaign, Set.of("c"))).isNull();
    }

    @Test
    void it_remembers_mails_that_were_removed_or_moved_and_no_others() {
        DripCampaign first = campaign("a", "b", "c");
        assertThat(campaign("a", "b", "c", "d").after(first).former()).isEmpty();
        assertThat(campaign("x", "a", "y", "b", "c").after(first).former()).isEmpty();
        assertThat(campaign("a", "c").after(first).former()).containsExactly("b");
        assertThat(campaign("a", "c", "b").after(first).former()).containsExactly("a", "b", "c");
        DripCampaign shorter = campaign("a", "c").after(first);
        assertThat(campaign("c").after(shorter).former()).containsExactly("a", "b");
        assertThat(first.after(shorter).former())
                .as("a run that had b once may stand behind a or c")
                .containsExactly("a", "b", "c");
    }

    @Test
    void an_edit_keeps_what_it_says_itself() {
        DripCampaign off = campaign("a").off();
        assertThat(off.active()).isFalse();
        assertThat(off.mails()).isEqualTo(campaign("a").mails());
        assertThat(campaign("a").after(off).active()).isTrue();
        assertThat(off.after(campaign("a"))).isEqualTo(off);
    }

    @Test
    void the_shortest_delay_is_that_of_any_mail() {
        List<DripMail> mails =
                List.of(
                        new DripMail("a", Duration.ofDays(3), "a"),
                        new DripMail("b", Duration.ofDays(1), "b"));
        assertThat(new DripCampaign("care", "Care", mails).shortestDelay())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void it_needs_a_mail() {
        assertThatIllegalArgumentException().isThrownBy(DripCampaignTest::campaign);
    }

    private static @Nullable String next(DripCampaign campaign, Set<String> decided) {
        DripMail next = campaign.nextAfter(decided);
        return next == null ? null : next.id();
    }

    private static DripCampaign campaign(String... mails) {
        return new DripCampaign(
                "care",
                "Care",
                Stream.of(mails).map(id -> new DripMail(id, Duration.ofDays(1), id)).toList());
    }
}
