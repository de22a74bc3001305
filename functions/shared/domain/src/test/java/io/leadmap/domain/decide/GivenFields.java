package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;

import java.util.Map;
import java.util.Optional;

/** What somebody gives for a field, and what the rules make of it. */
final class GivenFields {

    private GivenFields() {}

    static FieldInput read(String field, FieldValue given) {
        return FieldInput.read(
                SamplePractice.PRACTICE, FieldKey.find(field).orElseThrow(), given, Story.START);
    }

    /** What the person is told of a value that is not taken. */
    static String wrong(String field, FieldValue given) {
        FieldInput input = read(field, given);
        assertThat(input).isInstanceOf(FieldInput.Wrong.class);
        Refusal.FieldError error = ((FieldInput.Wrong) input).error();
        assertThat(error.field()).isEqualTo(field);
        return error.message();
    }

    static Command.EditFields edit(String field, FieldValue value) {
        return new Command.EditFields(
                Map.of(FieldKey.find(field).orElseThrow(), Optional.of(value)));
    }

    static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }
}
