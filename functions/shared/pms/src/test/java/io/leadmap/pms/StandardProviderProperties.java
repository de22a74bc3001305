package io.leadmap.pms;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.ports.PmsProvider.Reading;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.time.Instant;

/** Whatever comes is read or refused; it is never a fault. */
class StandardProviderProperties {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:05Z");

    private final StandardProvider provider = new StandardProvider();

    @Property(tries = 500)
    void generated_garbage_is_refused(@ForAll String garbage) {
        assertThat(provider.read(garbage, RECEIVED)).isInstanceOf(Reading.Unreadable.class);
    }

    @Property(tries = 500)
    void generated_garbage_in_place_of_a_time_is_refused(@ForAll String garbage) {
        String body =
                """
                {"type": "appointment.changed", "data": {"appointmentId": "a-1", "state": "booked",
                 "startsAt": "%s", "patient": {"id": "p-1"}}}
                """
                        .formatted(garbage);
        assertThat(provider.read(body, RECEIVED)).isInstanceOf(Reading.Unreadable.class);
    }
}
