package io.leadmap.pms;

import io.leadmap.ports.PmsProvider;
import io.leadmap.ports.PmsProviders;

import java.util.Map;
import java.util.Optional;

/** Every provider that we speak with. */
public final class KnownProviders implements PmsProviders {

    private final Map<String, PmsProvider> providers =
            Map.of(StandardProvider.NAME, new StandardProvider());

    @Override
    public Optional<PmsProvider> find(String provider) {
        return Optional.ofNullable(providers.get(provider));
    }
}
