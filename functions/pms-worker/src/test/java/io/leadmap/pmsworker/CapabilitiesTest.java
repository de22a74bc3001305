package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.Connection;
import io.leadmap.pms.KnownProviders;
import io.leadmap.ports.Capability;
import io.leadmap.ports.PmsProvider;
import io.leadmap.ports.PmsProvider.Fault;
import io.leadmap.ports.Webhooks;
import io.leadmap.ports.Webhooks.Verdict;
import io.leadmap.ports.Webhooks.Webhook;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What our own format can do, and what it says of what it cannot. */
class CapabilitiesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final PmsProvider provider = new KnownProviders().find("standard").orElseThrow();

    @Test
    void our_own_format_is_pushed_and_says_why_nothing_else_works() {
        assertThat(provider.webhooks()).isInstanceOf(Capability.Offered.class);
        assertThat(provider.polling()).isInstanceOf(Capability.Lacking.class);
        assertThat(provider.patientCreation()).isInstanceOf(Capability.Lacking.class);
    }

    @Test
    void what_is_not_signed_is_refused_before_it_is_read() {
        if (!(provider.webhooks() instanceof Capability.Offered<Webhooks>(Webhooks webhooks))) {
            throw new AssertionError("our own format is pushed");
        }
        byte[] noise = {(byte) 0xff};
        URI url = URI.create("https://leadmap.example/pms/bright-pms");

        assertThat(
                        webhooks.verify(
                                connection(PmsScene.SECRET),
                                new Webhook(url, Map.of(), noise, NOW)))
                .isEqualTo(new Verdict.Refused());
    }

    @Test
    void a_connection_has_one_secret_or_two_of_24_to_64_bytes() {
        assertThat(provider.problems(connection(PmsScene.SECRET))).isEmpty();
        assertThat(provider.problems(connection(PmsScene.SECRET, PmsScene.SECRET))).isEmpty();
        assertThat(provider.problems(connection()))
                .extracting(Fault::member)
                .containsExactly("secrets");
        assertThat(provider.problems(connection(PmsScene.SECRET, "whsec_c2hvcnQ=")))
                .extracting(Fault::member)
                .containsExactly("secrets[1]");
        assertThat(provider.problems(connection("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")))
                .extracting(Fault::member)
                .containsExactly("secrets[0]");
    }

    private static Connection connection(String... secrets) {
        return new Connection("pms", "standard", List.of(secrets), Map.of(), NOW);
    }
}
