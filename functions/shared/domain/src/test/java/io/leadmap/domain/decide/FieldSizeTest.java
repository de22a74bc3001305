package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much text the fields of a lead hold together. */
class FieldSizeTest {

    private static final String LONG = "語".repeat(2_000); // 6,000 bytes
    private static final Practice PRACTICE =
            SamplePractice.with(p -> {
                for (int i = 10; i < 30; i++) {
                    p.fields.add(
                            new CustomField("text" + i, "Text", CustomField.Kind.TEXT, List.of()));
                }
            });

    @Test
    void a_lead_cannot_be_begun_with_more_than_can_be_kept() {
        Instant now = Instant.parse("2026-02-27T09:30:00Z");
        Fields fits = Story.monique();
        for (int i = 10; i < 23; i++) {
            fits = fits.with(key(i), new FieldValue.Text(LONG));
        }
        assertThat(FieldRules.readNew(PRACTICE, fits, now).errors()).isEmpty();

        Fields over = fits.with(key(23), new FieldValue.Text(LONG));
        assertThat(FieldRules.readNew(PRACTICE, over, now).errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.message()).contains("all fields of a lead hold at most"));
    }

    @Test
    void a_lead_cannot_grow_beyond_that_and_may_always_be_shortened() {
        Story story = Story.of(PRACTICE).then(edit(10, 23, LONG));

        assertThat(story.refused(edit(23, 24, LONG)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(Refusal.FieldError::field)
                                        .containsExactly("custom.text23"));
        story.then(edit(10, 11, "語")).then(edit(23, 24, LONG));
        assertThat(story.lead().fields().size()).isLessThanOrEqualTo(FieldRules.ALL);
    }

    private static FieldKey key(int n) {
        return FieldKey.custom("text" + n);
    }

    private static Command.EditFields edit(int from, int to, String text) {
        Map<FieldKey, Optional<FieldValue>> changes = new TreeMap<>();
        for (int i = from; i < to; i++) {
            changes.put(key(i), Optional.of(new FieldValue.Text(text)));
        }
        return new Command.EditFields(changes);
    }
}
