package io.leadmap.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadmap.domain.Story;
import io.leadmap.domain.decide.Addressed;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Map;

/** What is read for a command is what its decision asks for, however an address is typed. */
class KnownAddressesProperties {

    @Property
    void whatever_is_typed_as_an_address_is_found_as_it_was_read(@ForAll("typed") String typed) {
        Fields fields = Fields.of(Map.of(FieldKey.EMAIL, new FieldValue.Text(typed)));
        String kept = fields.text(FieldKey.EMAIL);
        KnownAddresses read = KnownAddresses.NONE;
        for (String address : Addressed.by(null, Story.add(fields))) {
            read = read.with(AddressState.clean(address));
        }
        for (String address : Addressed.by(null, Story.edit("email", typed))) {
            read = read.with(AddressState.clean(address));
        }
        assertThat(read.of(kept).isSubscribed()).isTrue();
        assertThat(read.states()).hasSize(kept == null ? 0 : 1);
    }

    @Property
    void what_was_not_read_is_a_fault_that_does_not_tell_the_address(
            @ForAll("typed") String typed) {
        assertThatIllegalStateException()
                .isThrownBy(() -> KnownAddresses.NONE.of("x" + typed))
                .withMessage("an address that was not read is asked for");
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> spaces = Arbitraries.of("", " ", "\u00a0", "\u3000", "\u200b", "\t");
        return Combinators.combine(
                        spaces,
                        any,
                        Arbitraries.of(
                                "@example.com", "@EXAMPLE.com", "@m\u00fcller.example", "@", ""),
                        spaces)
                .as((before, local, domain, after) -> before + local + domain + after);
    }
}
